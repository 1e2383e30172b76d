import { type Sql, empty, join, query, raw, sql } from '@/lib/db/sql'
import type { SortKey } from '@/lib/filter-sql/sort-key'
import type { Cursor, ResourceTypeName } from '@/lib/scim'

/** A table in which resources of one type are looked for. */
interface Source {
  type: ResourceTypeName
  table: Sql
  where: Sql
}

export interface PageQuery {
  sources: readonly (Source & { sort?: Sql })[]
  /** The type of what is sorted by; ids break ties, and are the order where nothing is asked. */
  sortType?: SortKey['type']
  descending: boolean
  from: Cursor | { offset: number }
  count: number
  /** What to read of the rows on the page. */
  columns: Sql
  /** CTEs over `page(id)`, for what stands in other tables. */
  ctes?: Sql
  /** Joins to `page`. */
  joins: Sql
}

/** Where a row stands in its page. */
interface Placed {
  type: ResourceTypeName
  key: string | null
}

export interface Page<Row> {
  rows: (Row & Placed)[]
  total: number
  /** Whether there are rows beyond the page, on the side that it is read towards. */
  more: boolean
}

/**
 * One page and the exact total in one statement. The page's ids come first, so that skipping to it costs index entries
 * and not rows. One more is looked for than is shown: where there is none, the page tells the total, else all are counted.
 */
export async function pageOf<Row extends { id: string }>(page: PageQuery): Promise<Page<Row>> {
  const { from, count, sources } = page
  const before = 'offset' in from ? from.offset : from.beside || from.backwards ? undefined : 0
  const all = join(
    sources.map(({ table, where }) => sql`(select count(*) from ${table} where ${where})`),
    ' + ',
  )
  const total =
    before === undefined
      ? all
      : sql`case when (select count(*) from found) <= ${count}::int and (${before}::bigint = 0 or exists (select from found))
          then ${before}::bigint + (select count(*) from found) else ${all} end`
  const rows = await query<Row & Placed & { id: string | null; total: number; more: boolean }>(sql`
    with recursive found as materialized (
      select ids.*, row_number() over () as place from (${idsOf(page)}) as ids
    ), page as materialized (
      select * from found where place <= ${count}::int
    ), total as (
      select (${total})::int as total, (select count(*) from found) > ${count}::int as more
    )${page.ctes ? sql`, ${page.ctes}` : empty}
    select total.total, total.more, page.type, page.key::text as key, ${page.columns}
    from total left join page on true ${page.joins}
    order by page.place ${backwards(page) ? sql`desc` : empty}`)
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]!.total, more: rows[0]!.more }
}

const backwards = ({ from }: PageQuery) => 'backwards' in from && from.backwards

/** The ids of the page and of one row more, in the order in which they are read. */
function idsOf(page: PageQuery): Sql {
  const { from, count, sources } = page
  const offset = 'offset' in from ? from.offset : 0
  const ids = (source: PageQuery['sources'][number], more: Sql) => {
    const { table, where, sort = nothing(page), type } = source
    return sql`select ${table}.id, ${type}::text as type, ${sort} as key from ${table}
      where ${where} ${'offset' in from ? empty : beyond(page, from, sql`${table}.id`, sort)}
      order by ${orderOf(page, sql`${table}.id`, sort)} ${more}`
  }
  const cut = sql`offset ${offset}::bigint limit ${count}::int + 1`
  const [only, ...others] = sources
  if (only && others.length === 0) return ids(only, cut)
  const most = sql`limit ${offset}::bigint + ${count}::int + 1`
  const parts = sources.map((source) => sql`(${ids(source, most)})`)
  return sql`select * from (${join(parts, ' union all ')}) as merged
    order by ${orderOf(page, sql`merged.id`, sql`merged.key`)} ${cut}`
}

/** In place of a sort value, where a type has none. */
const nothing = ({ sortType = 'text' }: PageQuery) =>
  sql`null::${raw(sortType)} ${sortType === 'text' ? sql`collate "C"` : empty}`

function orderOf(page: PageQuery, id: Sql, sort: Sql): Sql {
  const down = page.descending !== backwards(page)
  if (!page.sortType) return sql`${id} ${down ? sql`desc` : empty}`
  return sql`${sort} ${down ? sql`desc nulls first` : sql`asc nulls last`}, ${id} ${backwards(page) ? sql`desc` : empty}`
}

/** What comes after the cursor's place in the order that `orderOf` gives. */
function beyond(page: PageQuery, { beside }: Cursor, id: Sql, sort: Sql): Sql {
  if (!beside) return empty
  const down = page.descending !== backwards(page)
  const past = (below: boolean) => sql`${id} ${raw(below ? '<' : '>')} ${beside.id}::uuid`
  if (!page.sortType) return sql`and ${past(down)}`
  const tie = past(backwards(page))
  if (beside.key === null)
    return down ? sql`and (${sort} is not null or ${tie})` : sql`and (${sort} is null and ${tie})`
  const key = sql`${beside.key}::${raw(page.sortType)}`
  const equal = sql`(${sort} = ${key} and ${tie})`
  return down ? sql`and (${sort} < ${key} or ${equal})` : sql`and (${sort} > ${key} or ${sort} is null or ${equal})`
}
