import { query, sql } from '@/lib/db/sql'

const NESTING = 10 // behaviour.md, Nesting: levels that count

/** A group that a user belongs to. */
export interface GroupOfUser {
  id: string
  name: string
  type: 'direct' | 'indirect'
  /** The group of this user, one step nearer, that is a member of this one; null for a direct membership. */
  through: { id: string; name: string } | null
  /** When the user, or the group that it is in through, became a member; and by which call. */
  since: Date
  requestId: string
}

/** The groups of a user, direct ones first, each part by name. At most 1,000. */
export async function groupsOfUser(userId: string): Promise<GroupOfUser[]> {
  return query<GroupOfUser>(sql`
    with recursive up (id, depth) as (
      select group_id, 0 from memberships where user_id = ${userId}::uuid
      union
      select s.group_id, up.depth + 1 from up join subgroups s on s.child_id = up.id where up.depth < ${NESTING}::int
    ), nearest as (
      select id, min(depth) as depth from up group by id
    ), links as (
      select group_id as id, added_at, request_id, null::json as through from memberships
      where user_id = ${userId}::uuid
      union all
      (select distinct on (s.group_id) s.group_id, s.added_at, s.request_id,
        json_build_object('id', c.id, 'name', c.display_name)
      from nearest below join subgroups s on s.child_id = below.id
        join nearest above on above.id = s.group_id and above.depth = below.depth + 1
        join groups c on c.id = below.id
      order by s.group_id, c.display_name_key, c.id)
    )
    select g.id::text as id, g.display_name as name, case when n.depth = 0 then 'direct' else 'indirect' end as type,
      l.through, l.added_at as since, l.request_id::text as "requestId"
    from nearest n join groups g on g.id = n.id join links l on l.id = n.id
    order by n.depth > 0, g.display_name_key, g.id limit 1000`)
}

/** How many groups each of these users belongs to, directly or through other groups. */
export async function groupCounts(userIds: string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map()
  const rows = await query<{ id: string; groups: number }>(sql`
    with recursive up (user_id, id, depth) as (
      select user_id, group_id, 0 from memberships where user_id = any(${userIds}::uuid[])
      union
      select up.user_id, s.group_id, up.depth + 1 from up join subgroups s on s.child_id = up.id
      where up.depth < ${NESTING}::int
    )
    select user_id::text as id, count(distinct up.id)::int as groups from up group by user_id`)
  return new Map(rows.map((row) => [row.id, row.groups]))
}
