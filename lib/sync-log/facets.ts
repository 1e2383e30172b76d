import { join, queryOnce, sql } from '@/lib/db/sql'
import type { Filter } from '@/lib/scim'
import { hits, MOST_COUNTED, type SyncLogSearch } from './search'
import { searchPlan } from './search-plan'
import { syncLogWhere } from './search-targets'

type FacetSearch = Pick<SyncLogSearch, 'providerIds' | 'filter'>

const newest = ({ providerIds, filter }: FacetSearch) => hits(searchPlan(filter), providerIds, MOST_COUNTED + 1)

/**
 * How many of the newest 10,000 calls that match satisfy each of some filters as well; `partial` when there are more.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function countCallsBy(
  search: FacetSearch,
  filters: Filter[],
): Promise<{ counts: number[]; partial: boolean }> {
  if (search.providerIds.length === 0) return { counts: filters.map(() => 0), partial: false }
  const counts = filters.map((filter) => sql`count(*) filter (where ${syncLogWhere(filter)})`)
  const [row] = await queryOnce<{ n: number; counts: number[] }>(sql`
    with hits as materialized (${newest(search)})
    select count(*)::int as n, array[${join(counts)}]::int[] as counts from hits join sync_log l on l.id = hits.id`)
  return { counts: row?.counts ?? [], partial: (row?.n ?? 0) > MOST_COUNTED }
}

/**
 * The ten names that the newest 10,000 calls that match are about most often.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function frequentNames(
  search: FacetSearch,
): Promise<{ values: { value: string; count: number }[]; partial: boolean }> {
  if (search.providerIds.length === 0) return { values: [], partial: false }
  const rows = await queryOnce<{ value: string; count: number; n: number }>(sql`
    with hits as materialized (${newest(search)})
    select max(l.entity_name) as value, count(*)::int as count, (select count(*)::int from hits) as n
    from hits join sync_log l on l.id = hits.id where l.entity_name_key <> ''
    group by l.entity_name_key order by count(*) desc, l.entity_name_key limit 10`)
  return {
    values: rows.map(({ value, count }) => ({ value, count })),
    partial: (rows[0]?.n ?? 0) > MOST_COUNTED,
  }
}
