import { type Sql, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type AttrPath, type Registry, type ResolvedAttr, invalidFilter, resolveAttr } from '@/lib/scim'
import { booleanColumn, textColumn } from './column-targets'
import { commonTarget } from './common-targets'
import { jsonTarget } from './json-targets'
import { type RowSource, rowTarget } from './row-targets'
import type { Target } from './target'

const TABLE = sql`users`

/** How deep groups in groups are followed; cycles end there. */
export const NESTING = 10

/** The allow-list of a user's attributes, for a query over the table `users`. */
export function userTargets(registry: Registry): (path: AttrPath) => Target {
  return (path) => {
    const attr = resolveAttr(registry, 'User', path)
    if (!attr) throw invalidFilter(`A user has no attribute "${path.text}" that can be searched.`)
    return userTarget(attr)
  }
}

function userTarget(attr: ResolvedAttr): Target {
  switch (attr.name) {
    case 'userName':
      return textColumn(attr, sql`users.user_name_key`)
    case 'displayName':
      return textColumn(attr, sql`users.display_name_key`)
    case 'active':
      return booleanColumn(attr, sql`users.active`)
  }
  if (!attr.extension && attr.attribute.name === 'groups') return rowTarget(attr, groupsOfUser)
  return commonTarget(attr, TABLE) ?? jsonTarget(attr, TABLE)
}

/** Effective groups: direct, or through groups in groups. */
const groupsOfUser: RowSource = {
  elements: sql`with recursive upward(group_id, depth) as (
      select direct.group_id, 0 from memberships as direct where direct.user_id = users.id
      union select parent.group_id, upward.depth + 1
      from upward join subgroups as parent on parent.child_id = upward.group_id where upward.depth < ${NESTING}::int
    )
    select held.id::text as value, held.display_name_key as display,
      case when min(upward.depth) = 0 then 'direct' else 'indirect' end as type
    from upward join groups as held on held.id = upward.group_id group by held.id`,
  // From the groups that fit down to their users: one pass, not one for each user.
  shortcut(part, condition) {
    if (part === 'value') return usersBelow(condition(sql`held.id::text`))
    return part === 'display' ? usersBelow(condition(sql`held.display_name_key`)) : undefined
  },
  equals: (part, value) => (part === 'value' && isOwnId(value) ? usersBelow(sql`held.id = ${value}::uuid`) : undefined),
  // Whoever is in a group is in one directly.
  any: sql`exists (select from memberships as direct where direct.user_id = users.id)`,
}

/** An array, so that each id is looked up: a join in the order of ids reads the index of all users for a small group. */
const usersBelow = (condition: Sql) => sql`users.id = any (array(
  with recursive downward(group_id, depth) as (
    select held.id, 0 from groups as held where ${condition}
    union select child.child_id, downward.depth + 1
    from downward join subgroups as child on child.group_id = downward.group_id where downward.depth < ${NESTING}::int
  ) select member.user_id from downward join memberships as member on member.group_id = downward.group_id))`
