import { createHash } from 'node:crypto'
import { sql } from '@/lib/db/sql'
import { NESTING } from '@/lib/filter-sql/user-targets'
import type { GroupRef } from '@/lib/scim'

/**
 * CTEs after one named `page` with the ids of users: `held` has each user's effective groups as JSON. They follow groups
 * in groups, which costs one look at an empty index where there are none. Names are looked up one by one: a join would
 * read all groups for a page of users. `held` is materialized as `listed` is (members-of-groups.ts).
 */
export const heldGroups = sql`upward(user_id, group_id, depth) as (
  select member.user_id, member.group_id, 0 from page join memberships as member on member.user_id = page.id
  union select upward.user_id, parent.group_id, upward.depth + 1
  from upward join subgroups as parent on parent.child_id = upward.group_id where upward.depth < ${NESTING}::int
), nearest as (
  select user_id, group_id, min(depth) as depth from upward group by user_id, group_id
), held as materialized (
  select user_id, json_agg(json_build_object('value', group_id,
    'display', (select display_name from groups where id = group_id),
    'type', case when depth = 0 then 'direct' else 'indirect' end) order by group_id) as groups
  from nearest group by user_id
)`

/**
 * The ETag of a user. Groups are part of what is answered but not of the row, so that their digest is in the tag: a 304
 * is never stale. If-Match compares the counter before the dash alone.
 */
export function userEtag(version: number, groups: readonly GroupRef[]): string {
  return `W/"${version}-${digest(groups)}"`
}

function digest(groups: readonly GroupRef[]): string {
  if (groups.length === 0) return '0'
  const text = JSON.stringify(groups.map(({ value, display, type }) => [value, display, type]))
  return createHash('sha1').update(text).digest('base64url').slice(0, 10)
}
