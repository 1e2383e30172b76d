import { queryOnce, sql, type Sql } from '@/lib/db/sql'

/** A direct member of a group. An unresolved one is an id that the IdP named and that nobody has. */
export interface GroupMember {
  kind: 'user' | 'group' | 'unresolved'
  id: string
  name: string
  displayName: string | null
  active: boolean | null
  since: Date
}

export interface MemberPage {
  members: GroupMember[]
  total: number
}

interface Part {
  counted: Sql
  listed: (limit: number, offset: number, count: number) => Sql
}

// Sorting more users by name than this takes longer than a page may: they come in the order of their creation.
const NAMED = 10_000

/**
 * A page of a group's direct members: groups, then users by name, then ids that nobody has.
 * @param find part of a member's name, folded with `foldKey`; empty for all
 * @param page from 1
 */
export async function membersOfGroup(groupId: string, find: string, page: number, rows: number): Promise<MemberPage> {
  const pattern = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  const members: GroupMember[] = []
  let skip = (page - 1) * rows
  let total = 0
  for (const part of [
    groupPart(groupId, pattern),
    userPart(groupId, find, pattern),
    unresolvedPart(groupId, pattern),
  ]) {
    const [count] = await queryOnce<{ n: number }>(part.counted)
    const n = count?.n ?? 0
    total += n
    const wanted = rows - members.length
    if (wanted > 0 && skip < n) members.push(...(await queryOnce<GroupMember>(part.listed(wanted, skip, n))))
    skip = Math.max(0, skip - n)
  }
  return { members, total }
}

function groupPart(groupId: string, pattern: string): Part {
  const from = sql`from subgroups s join groups c on c.id = s.child_id
    where s.group_id = ${groupId}::uuid and c.display_name_key like ${pattern}`
  return {
    counted: sql`select count(*)::int as n ${from}`,
    listed: (limit, offset) => sql`
      select 'group' as kind, c.id::text as id, c.display_name as name, null as "displayName",
        null::boolean as active, s.added_at as since
      ${from} order by c.display_name_key, c.id limit ${limit}::int offset ${offset}::int`,
  }
}

function userPart(groupId: string, find: string, pattern: string): Part {
  const named = sql`from memberships m join users u on u.id = m.user_id where m.group_id = ${groupId}::uuid
    and (u.user_name_key like ${pattern} or u.display_name_key like ${pattern})`
  const everyone = sql`from memberships m where m.group_id = ${groupId}::uuid`
  const columns = sql`'user' as kind, u.id::text as id, u.user_name as name, u.display_name as "displayName", u.active,
    m.added_at as since`
  return {
    counted: sql`select count(*)::int as n ${find ? named : everyone}`,
    listed: (limit, offset, count) =>
      find || count <= NAMED
        ? sql`select ${columns}
            ${find ? named : sql`from memberships m join users u on u.id = m.user_id where m.group_id = ${groupId}::uuid`}
            order by u.user_name_key, u.id limit ${limit}::int offset ${offset}::int`
        : sql`select ${columns}
            from (select m.* ${everyone} order by m.user_id limit ${limit}::int offset ${offset}::int) m
              join users u on u.id = m.user_id order by m.user_id`,
  }
}

function unresolvedPart(groupId: string, pattern: string): Part {
  const from = sql`from unresolved_members where group_id = ${groupId}::uuid and lower(value) like ${pattern}`
  return {
    counted: sql`select count(*)::int as n ${from}`,
    listed: (limit, offset) => sql`
      select 'unresolved' as kind, value as id, value as name, null as "displayName", null::boolean as active, since
      ${from} order by value limit ${limit}::int offset ${offset}::int`,
  }
}
