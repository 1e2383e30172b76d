import { type Sql, empty, query, sql } from '@/lib/db/sql'

/** A page by index, of one table. */
export interface PageQuery {
  table: Sql
  where: Sql
  /** What to sort by; ids break ties, and are the order where nothing is asked. */
  sort?: Sql
  descending: boolean
  offset: number
  count: number
  /** What to read of the rows on the page. */
  columns: Sql
  /** CTEs over `page(id)`, for what stands in other tables. */
  ctes?: Sql
  joins: Sql
}

/**
 * One page and the exact total in one statement. The page's ids come first, so that skipping to it costs index entries
 * and not rows; the rest of the rows is counted only where the page does not show that it is the last.
 */
export async function pageOf<Row>(page: PageQuery): Promise<{ rows: Row[]; total: number }> {
  const { table, where, offset, count } = page
  const order = page.sort
    ? sql`${page.sort} ${page.descending ? sql`desc nulls first` : sql`asc nulls last`}, ${table}.id`
    : sql`${table}.id ${page.descending ? sql`desc` : empty}`
  const rows = await query<Row & { id: string | null; total: number }>(sql`with recursive page as materialized (
    select ids.id, row_number() over () as place from (
      select ${table}.id from ${table} where ${where} order by ${order} offset ${offset}::bigint limit ${count}::int
    ) as ids
  ), total as (
    select case
      when (select count(*) from page) between 1 and ${count}::int - 1
        or (${offset}::bigint = 0 and ${count}::int > 0 and (select count(*) from page) = 0)
      then ${offset}::bigint + (select count(*) from page)
      else (select count(*) from ${table} where ${where})
    end::int as total
  )${page.ctes ? sql`, ${page.ctes}` : empty}
  select total.total, ${page.columns}
  from total left join (page join ${table} on ${table}.id = page.id) on true ${page.joins}
  order by page.place`)
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]!.total }
}
