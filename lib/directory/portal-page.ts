import { empty, join, queryOnce, raw, sql, type Sql } from '@/lib/db/sql'

/** Which page of a directory table. */
export interface PageQuery {
  table: 'users' | 'groups'
  /** At least one. */
  providerIds: string[]
  /** Over the table by its own name, as lib/filter-sql compiles. */
  where: Sql
  /** A column that an index (provider, column) holds. */
  sortColumn: string
  descending: boolean
  /** From 1. */
  page: number
  rows: number
  /** No index answers `where`: page and total come from one reading of the table instead of one each. */
  readsAll?: boolean
}

type AllQuery = Omit<PageQuery, 'page' | 'rows' | 'readsAll'>

/**
 * The ids of a page, in order: ties by id, rows without a value last (first when descending). Each provider's rows are read
 * in the order of its own index, then merged, so that no sort sees more rows than lie before the end of the page.
 */
async function pageOfIds(asked: PageQuery): Promise<string[]> {
  const { providerIds, page, rows, descending } = asked
  const offset = (page - 1) * rows
  const [first, ...more] = providerIds
  if (first === undefined) return []
  const direction = raw(descending ? 'desc' : 'asc')
  const table = raw(asked.table)
  const key = raw(`${asked.table}.${asked.sortColumn}`)
  const part = (provider: Sql, limit: number, skip: number) => sql`
    select ${table}.id, ${key} as key from ${table} where ${table}.provider_id = ${provider} and ${asked.where}
    order by ${key} ${direction}, ${table}.id ${direction} limit ${limit}::int offset ${skip}::int`
  const statement =
    more.length === 0
      ? part(sql`${first}::uuid`, rows, offset)
      : sql`select found.id, found.key from unnest(${providerIds}::uuid[]) as p (id)
          cross join lateral (${part(sql`p.id`, offset + rows, 0)}) found
          order by found.key ${direction}, found.id ${direction} limit ${rows}::int offset ${offset}::int`
  const found = await queryOnce<{ id: string }>(sql`select id::text as id from (${statement}) ordered`)
  return found.map(({ id }) => id)
}

const CHUNK = 1_000
const ID_BYTES = 16

/**
 * The ids of all rows that match, in order: what is written meanwhile neither doubles nor hides one. They come as the bytes
 * of one value, a megabyte for 65,000 of them, so that there is no number of rows at which an export would have to end.
 */
async function allIds({ table, providerIds, where, sortColumn, descending }: AllQuery): Promise<Buffer> {
  const direction = raw(descending ? 'desc' : 'asc')
  const [row] = await queryOnce<{ ids: Uint8Array | null }>(sql`
    select string_agg(uuid_send(id), ''::bytea order by ${raw(sortColumn)} ${direction}, id ${direction}) as ids
    from ${raw(table)} where ${raw(table)}.provider_id = any(${providerIds}::uuid[]) and ${where}`)
  return Buffer.from(row?.ids ?? [])
}

/** Up to a thousand of these ids, from a place on. */
const idsFrom = (ids: Buffer, from: number): string[] =>
  Array.from({ length: Math.min(CHUNK, ids.length / ID_BYTES - from) }, (_, at) => {
    const hex = ids.toString('hex', (from + at) * ID_BYTES, (from + at + 1) * ID_BYTES)
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  })

/** All rows that match, in order, by 1,000, each thousand read when it is asked for; and how many there are. */
export async function allRows<Row>(
  asked: AllQuery,
  read: (ids: string[]) => Promise<Row[]>,
): Promise<{ total: number; chunks: AsyncIterable<Row[]> }> {
  const ids = await allIds(asked)
  const total = ids.length / ID_BYTES
  async function* chunks() {
    for (let at = 0; at < total; at += CHUNK) yield await read(idsFrom(ids, at))
  }
  return { total, chunks: chunks() }
}

/** A page's ids, and how many rows match, exactly. A last page tells that by itself. */
export async function pageAndTotal(asked: PageQuery): Promise<{ ids: string[]; total: number }> {
  if (asked.readsAll) return readOnce(asked)
  const ids = await pageOfIds(asked)
  const before = (asked.page - 1) * asked.rows
  const isLast = ids.length < asked.rows && (ids.length > 0 || before === 0)
  return { ids, total: isLast ? before + ids.length : await countRows(asked) }
}

async function readOnce(asked: PageQuery): Promise<{ ids: string[]; total: number }> {
  const { page, rows } = asked
  const table = raw(asked.table)
  const direction = raw(asked.descending ? 'desc' : 'asc')
  const [row] = await queryOnce<{ ids: string[]; total: number }>(sql`
    with found as materialized (
      select ${table}.id, ${raw(`${asked.table}.${asked.sortColumn}`)} as key from ${table}
      where ${table}.provider_id = any(${asked.providerIds}::uuid[]) and ${asked.where}
    )
    select (select count(*)::int from found) as total, array(
      select id::text from found order by key ${direction}, id ${direction}
      limit ${rows}::int offset ${(page - 1) * rows}::int) as ids`)
  return row ?? { ids: [], total: 0 }
}

async function countRows(asked: Pick<PageQuery, 'table' | 'providerIds' | 'where'>): Promise<number> {
  if (asked.providerIds.length === 0) return 0
  const providers = join(asked.providerIds.map((id) => sql`${id}::uuid`))
  const table = raw(asked.table)
  const [row] = await queryOnce<{ n: number }>(
    sql`select count(*)::int as n from ${table} where ${table}.provider_id in (${providers}) and ${asked.where}`,
  )
  return row?.n ?? 0
}

/** What a row's statement selects besides, as "document": these keys of it, null where it has none. */
export const documentPart = (keys: string[]): Sql =>
  keys.length === 0
    ? empty
    : sql`, jsonb_build_object(${join(keys.map((key) => sql`${key}::text, resource -> ${key}::text`))}) as document`

/** Puts rows that were read by id into the order of the ids; ids whose row went away meanwhile are left out. */
export function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
