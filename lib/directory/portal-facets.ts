import { join, queryOnce, sql, type Sql } from '@/lib/db/sql'
import type { Filter, Registry } from '@/lib/scim'
import { groupConditions } from './portal-group-filter'
import { usersWhere } from './portal-where'

/** Facets are counted over the newest users, at most so many. */
export const MOST_FACETED = 10_000

export interface FacetSearch {
  providerIds: string[]
  registry: Registry
  filter?: Filter
}

/** The newest users that match, under the name of their table. */
async function newestUsers({ providerIds, registry, filter }: FacetSearch): Promise<Sql> {
  const { conditions, rest } = await groupConditions(registry, providerIds, filter)
  const where = join([usersWhere(registry, rest), ...conditions], ' and ')
  return sql`select users.* from users where users.provider_id = any(${providerIds}::uuid[]) and ${where}
    order by users.id desc limit ${MOST_FACETED + 1}::int`
}

/**
 * How many of the users that match satisfy each of some filters as well; `partial` when there are more than were counted.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function countUsersBy(
  search: FacetSearch,
  filters: Filter[],
): Promise<{ counts: number[]; partial: boolean }> {
  const counts = filters.map((filter) => sql`count(*) filter (where ${usersWhere(search.registry, filter)})`)
  const [row] = await queryOnce<{ n: number; counts: number[] }>(sql`
    select count(*)::int as n, array[${join(counts)}]::int[] as counts from (${await newestUsers(search)}) users`)
  return { counts: row?.counts ?? [], partial: (row?.n ?? 0) > MOST_FACETED }
}

/**
 * The ten most frequent values of a text in the documents (`pointer`: where it stands) of the users that match.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function frequentValues(
  search: FacetSearch,
  pointer: string[],
): Promise<{ values: { value: string; count: number }[]; partial: boolean }> {
  const rows = await queryOnce<{ value: string; count: number; n: number }>(sql`
    with found as materialized (
      select users.resource #>> ${pointer}::text[] as value from (${await newestUsers(search)}) users
    )
    select value, count(*)::int as count, (select count(*)::int from found) as n from found
    where value <> '' group by value order by count(*) desc, value limit 10`)
  return {
    values: rows.map(({ value, count }) => ({ value, count })),
    partial: (rows[0]?.n ?? 0) > MOST_FACETED,
  }
}
