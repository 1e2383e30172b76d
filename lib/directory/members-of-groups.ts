import { query, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type MemberRef, invalidValue } from '@/lib/scim'
import type { ScimCall } from './scim-call'

/**
 * CTEs after one named `page` with the ids of groups: `listed` has each group's members as JSON. It is materialized, since
 * a plan for pages of any size takes this one for a single row, and would put the members together anew for each.
 */
export const listedMembers = sql`everyone as (
  select member.group_id, users.id::text as value, coalesce(users.display_name, users.user_name) as display, 'User' as type
  from page join memberships as member on member.group_id = page.id join users on users.id = member.user_id
  union all select child.group_id, inner_group.id::text, inner_group.display_name, 'Group'
  from page join subgroups as child on child.group_id = page.id join groups as inner_group on inner_group.id = child.child_id
  union all select unknown.group_id, unknown.value, null, null
  from page join unresolved_members as unknown on unknown.group_id = page.id
), listed as materialized (
  select group_id, json_agg(json_build_object('value', value, 'display', display, 'type', type)
    order by value collate "C") as members
  from everyone group by group_id
)`

export interface ListedMember {
  value: string
  display: string | null
  type: 'User' | 'Group' | null
}

export const asMember = ({ value, display, type }: ListedMember): MemberRef =>
  type ? { value, display: display ?? undefined, type } : { value }

/**
 * What ids stand for: users and groups of the call's provider, or nobody (without type).
 * @throws ScimError invalidValue for an id that nobody has, in Strict
 */
export async function resolveMembers(call: ScimCall, ids: readonly string[]): Promise<MemberRef[]> {
  if (ids.length === 0) return []
  const found = await query<ListedMember>(sql`select users.id::text as value,
      coalesce(users.display_name, users.user_name) as display, 'User' as type
    from unnest(${ids.filter(isOwnId)}::uuid[]) as named(id) join users on users.id = named.id
    where users.provider_id = ${call.provider.id}::uuid
    union all select groups.id::text, groups.display_name, 'Group'
    from unnest(${ids.filter(isOwnId)}::uuid[]) as named(id) join groups on groups.id = named.id
    where groups.provider_id = ${call.provider.id}::uuid`)
  const known = new Map(found.map((row) => [row.value, asMember(row)]))
  const unknown = ids.filter((id) => !known.has(id))
  if (call.registry.rules.strict && unknown.length)
    throw invalidValue(`Nobody has the id "${unknown[0]}" that members names. Create the member first.`)
  return ids.map((value) => known.get(value) ?? { value }).sort((a, b) => (a.value < b.value ? -1 : 1))
}
