import { queryOnce, sql } from '@/lib/db/sql'

/** How many different users a group holds, directly or through the groups in it. */
export interface GroupTotals {
  total: number
  active: number
}

const NESTING = 10 // behaviour.md, Nesting: levels that count

interface Counted {
  id: string
  n: number
}

/** Totals of a page's groups. */
export async function groupTotals(groupIds: string[]): Promise<Map<string, GroupTotals>> {
  const totals = new Map(groupIds.map((id) => [id, { total: 0, active: 0 }]))
  if (groupIds.length === 0) return totals
  const nodes = await groupsWithin(groupIds)
  const sizes = new Map<string, number>()
  for (const { root } of nodes) sizes.set(root, (sizes.get(root) ?? 0) + 1)
  const flat = groupIds.filter((id) => sizes.get(id) === 1)
  const nested = nodes.filter(({ root }) => sizes.get(root) !== 1)
  const [direct, inactive, through] = [await countDirect(flat), await countInactive(flat), await countNested(nested)]
  for (const { id, n } of direct) totals.set(id, { total: n, active: n })
  for (const { id, n } of inactive) {
    const { total } = totals.get(id) ?? { total: 0 }
    totals.set(id, { total, active: total - n })
  }
  for (const { id, n, active } of through) totals.set(id, { total: n, active })
  return totals
}

/** Each group with itself and every group within it; circles end. */
const groupsWithin = (groupIds: string[]) =>
  queryOnce<{ root: string; id: string }>(sql`
    with recursive tree (root, id, depth) as (
      select id, id, 0 from unnest(${groupIds}::uuid[]) as asked (id)
      union
      select t.root, s.child_id, t.depth + 1 from tree t join subgroups s on s.group_id = t.id
      where t.depth < ${NESTING}::int
    )
    select distinct root::text as root, id::text as id from tree`)

/** On the key of the memberships alone: no user is read. */
const countDirect = (groupIds: string[]) =>
  queryOnce<Counted>(sql`
    select id::text as id, (select count(*)::int from memberships m where m.group_id = asked.id) as n
    from unnest(${groupIds}::uuid[]) as asked (id)`)

/** The inactive are few: counting them is cheaper than reading who is active. */
const countInactive = (groupIds: string[]) =>
  queryOnce<Counted>(sql`
    select m.group_id::text as id, count(*)::int as n from users u join memberships m on m.user_id = u.id
    where not u.active and u.provider_id in (select provider_id from groups where id = any(${groupIds}::uuid[]))
      and m.group_id = any(${groupIds}::uuid[])
    group by m.group_id`)

async function countNested(nodes: { root: string; id: string }[]) {
  if (nodes.length === 0) return []
  return queryOnce<Counted & { active: number }>(sql`
    select n.root::text as id, count(*)::int as n, (count(*) filter (where u.active))::int as active
    from (
      select distinct root, m.user_id
      from unnest(${nodes.map(({ root }) => root)}::uuid[], ${nodes.map(({ id }) => id)}::uuid[]) as held (root, id)
        join memberships m on m.group_id = held.id
    ) n join users u on u.id = n.user_id
    group by n.root`)
}
