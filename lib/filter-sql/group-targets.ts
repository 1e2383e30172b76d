import { type Sql, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type AttrPath, type Filter, type Registry, type ResolvedAttr, invalidFilter, resolveAttr } from '@/lib/scim'
import { textColumn } from './column-targets'
import { commonTarget } from './common-targets'
import { jsonTarget } from './json-targets'
import { type RowSource, chosenRows, rowTarget } from './row-targets'
import type { Target } from './target'

const TABLE = sql`groups`

/** The allow-list of a group's attributes, for a query over the table `groups`. */
export function groupTargets(registry: Registry): (path: AttrPath) => Target {
  return (path) => {
    const attr = resolveAttr(registry, 'Group', path)
    if (!attr) throw invalidFilter(`A group has no attribute "${path.text}" that can be searched.`)
    return groupTarget(attr)
  }
}

/**
 * The members of the group in `groups` that any of some filters chooses, each about one member: rows of (value, type), type folded.
 * @throws ScimError invalidFilter
 */
export function chosenMembers(registry: Registry, filters: readonly Filter[]): Sql {
  const members = resolveAttr(registry, 'Group', { text: 'members' })
  if (!members) throw invalidFilter('A group has no members.')
  return chosenRows(members, membersOfGroup, { kind: 'or', operands: [...filters] })
}

function groupTarget(attr: ResolvedAttr): Target {
  if (attr.name === 'displayName') return textColumn(attr, sql`groups.display_name_key`)
  if (!attr.extension && attr.attribute.name === 'members') return rowTarget(attr, membersOfGroup)
  return commonTarget(attr, TABLE) ?? jsonTarget(attr, TABLE)
}

/** Direct members: users, groups, and ids that nobody has. */
const membersOfGroup: RowSource = {
  elements: sql`select person.id::text as value,
      coalesce(person.display_name_key, person.folded ->> 'userName') as display, 'user' as type
    from memberships as direct join users as person on person.id = direct.user_id where direct.group_id = groups.id
    union all select inner_group.id::text, inner_group.display_name_key, 'group'
    from subgroups as child join groups as inner_group on inner_group.id = child.child_id
    where child.group_id = groups.id
    union all select unknown.value, null, null from unresolved_members as unknown where unknown.group_id = groups.id`,
  equals(part, value) {
    if (part !== 'value') return undefined
    const unresolved = sql`select group_id from unresolved_members where value = ${value}::text`
    if (!isOwnId(value)) return sql`groups.id in (${unresolved})`
    return sql`groups.id in (select group_id from memberships where user_id = ${value}::uuid
      union all select group_id from subgroups where child_id = ${value}::uuid union all ${unresolved})`
  },
  any: sql`(exists (select from memberships as direct where direct.group_id = groups.id)
    or exists (select from subgroups as child where child.group_id = groups.id)
    or exists (select from unresolved_members as unknown where unknown.group_id = groups.id))`,
}
