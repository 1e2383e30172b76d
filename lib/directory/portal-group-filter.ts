import { queryOnce, sql, type Sql } from '@/lib/db/sql'
import type { AttrPath, Comparison, Filter, Registry } from '@/lib/scim'
import { groupsWhere } from './portal-where'

const NESTING = 10 // behaviour.md, Nesting: levels that count

/**
 * The parts of a filter on users that ask for their groups' names, as conditions, and what is left of the filter. Which
 * groups fit is looked up first: knowing them, the database counts and pages their users by the memberships' own index.
 */
export async function groupConditions(
  registry: Registry,
  providerIds: string[],
  filter: Filter | undefined,
): Promise<{ conditions: Sql[]; rest: Filter | undefined }> {
  const parts = filter === undefined ? [] : filter.kind === 'and' ? filter.operands : [filter]
  const conditions: Sql[] = []
  const others: Filter[] = []
  for (const part of parts) {
    const condition = await conditionOf(registry, providerIds, part)
    if (condition) conditions.push(condition)
    else others.push(part)
  }
  const [only, ...more] = others
  return { conditions, rest: more.length > 0 ? { kind: 'and', operands: others } : only }
}

const isGroupName = ({ text }: AttrPath) => text.toLowerCase() === 'groups.display'

async function conditionOf(registry: Registry, providerIds: string[], part: Filter): Promise<Sql | undefined> {
  // Whoever is in a group is in one directly.
  const inAny = sql`exists (select from memberships m where m.user_id = users.id)`
  if (part.kind === 'present' && isGroupName(part.path)) return inAny
  if (part.kind === 'not' && part.operand.kind === 'present' && isGroupName(part.operand.path))
    // Found first, by reading users and memberships side by side (offset 0 keeps it apart), not one by one per user.
    return sql`users.id in (select u.id from users u where u.provider_id = any(${providerIds}::uuid[])
      and not exists (select from memberships m where m.user_id = u.id) offset 0)`
  if (part.kind !== 'compare' || !isGroupName(part.path) || part.op === 'ne' || part.value === null) return undefined
  const ids = await groupsNamed(registry, providerIds, part)
  return sql`exists (select from memberships m where m.user_id = users.id and m.group_id = any(${ids}::uuid[]))`
}

/** The groups of such a name, and every group within them: their direct members are the users asked for. */
async function groupsNamed(registry: Registry, providerIds: string[], part: Comparison): Promise<string[]> {
  const name: Filter = { ...part, path: { text: 'displayName', name: 'displayName', at: part.path.at } }
  const rows = await queryOnce<{ id: string }>(sql`
    with recursive down (id, depth) as (
      select groups.id, 0 from groups
      where groups.provider_id = any(${providerIds}::uuid[]) and ${groupsWhere(registry, name)}
      union
      select s.child_id, down.depth + 1 from down join subgroups s on s.group_id = down.id
      where down.depth < ${NESTING}::int
    )
    select distinct id::text as id from down`)
  return rows.map(({ id }) => id)
}
