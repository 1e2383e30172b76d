import { empty, join, queryOnce, raw, sql, type Sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'
import type { Filter } from '@/lib/scim'
import { searchPlan, type SearchPlan } from './search-plan'

/** What an admin asks of SCIM Sync Logs. */
export interface SyncLogSearch {
  providerIds: string[]
  filter?: Filter
  /** As a result handed it out; one that is none shows the newest. */
  cursor?: string
  rows: number
}

export interface SyncLogPage {
  /** Newest first. */
  ids: string[]
  total: number
  /** There are at least `total`. */
  totalIsFloor?: true
  newer?: string
  older?: string
}

/** Counting stops here: an admin who sees more narrows the filter. */
export const MOST_COUNTED = 10_000

/**
 * A page of calls, newest first, and how many match (up to 10,000). One pass over the index finds both.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function searchSyncLog(search: SyncLogSearch): Promise<SyncLogPage> {
  const { providerIds, rows } = search
  if (providerIds.length === 0) return { ids: [], total: 0 }
  const plan = searchPlan(search.filter)
  const cursor = readCursor(search.cursor)
  const [row] = await queryOnce<{ n: number; ids: string[] }>(sql`
    with hits as materialized (${hits(plan, providerIds, MOST_COUNTED + 1)})
    select (select count(*)::int from hits) as n,
      array(select id::text from hits where ${beyond(cursor, 'id')} order by id ${order(cursor)} limit ${rows + 1}::int) as ids`)
  const { n, ids } = row ?? { n: 0, ids: [] }
  const floor = n > MOST_COUNTED
  const total = { total: Math.min(n, MOST_COUNTED), ...(floor && { totalIsFloor: true as const }) }
  // Beyond what was counted the page is looked for on its own.
  const found = floor && cursor ? await idsBeyond(plan, providerIds, cursor, rows + 1) : ids
  // Too few newer calls to fill a page: that is the first page.
  if (cursor?.towards === 'newer' && found.length <= rows) return searchSyncLog({ ...search, cursor: undefined })
  return { ...total, ...neighbours(found, rows, cursor) }
}

interface Cursor {
  towards: 'newer' | 'older'
  id: string
}

function readCursor(text: string | undefined): Cursor | undefined {
  const [towards, id, ...more] = text?.split('.') ?? []
  if ((towards !== 'newer' && towards !== 'older') || !id || !isUuid(id) || more.length > 0) return undefined
  return { towards, id }
}

const order = (cursor: Cursor | undefined) => raw(cursor?.towards === 'newer' ? 'asc' : 'desc')

function beyond(cursor: Cursor | undefined, column: string): Sql {
  if (!cursor) return sql`true`
  return sql`${raw(column)} ${raw(cursor.towards === 'newer' ? '>' : '<')} ${cursor.id}::uuid`
}

function neighbours(
  found: string[],
  rows: number,
  cursor: Cursor | undefined,
): Pick<SyncLogPage, 'ids' | 'newer' | 'older'> {
  const more = found.length > rows
  const ids = found.slice(0, rows)
  const towards = cursor?.towards ?? 'older'
  if (towards === 'newer') ids.reverse()
  const newer = towards === 'newer' ? more : cursor !== undefined
  const older = towards === 'older' ? more : true
  return {
    ids,
    ...(newer && ids[0] && { newer: `newer.${ids[0]}` }),
    ...(older && ids.length > 0 && { older: `older.${ids[ids.length - 1]}` }),
  }
}

const CHUNK = 1_000

/** The ids of all calls that match, newest first, by 1,000. Throws as `searchSyncLog`. */
export async function* allCalls(
  { providerIds, filter }: Pick<SyncLogSearch, 'providerIds' | 'filter'>,
  chunk = CHUNK,
): AsyncGenerator<string[]> {
  const plan = searchPlan(filter)
  for (let cursor: Cursor | undefined; providerIds.length > 0;) {
    const ids = await idsBeyond(plan, providerIds, cursor, chunk)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids
    cursor = { towards: 'older', id: last }
  }
}

async function idsBeyond(
  plan: SearchPlan,
  providerIds: string[],
  cursor: Cursor | undefined,
  limit: number,
): Promise<string[]> {
  const found = await queryOnce<{ id: string }>(
    sql`select id::text as id from (${hits(plan, providerIds, limit, { cursor })}) hits order by hits.id ${order(cursor)}`,
  )
  return found.map(({ id }) => id)
}

/**
 * Ids in order, at most `limit`: each source (a provider's calls; with a payload search those about the id and those that
 * name it) is read along its own index and stops there, then they are merged. `more` is read beside the id.
 */
export function hits(
  plan: SearchPlan,
  providerIds: string[],
  limit: number,
  { cursor, more = empty }: { cursor?: Cursor; more?: Sql } = {},
): Sql {
  const sources = providerIds.flatMap((providerId) =>
    plan.sources.map(
      ({ from, where }) => sql`(select l.id${more} from ${from} where l.provider_id = ${providerId}::uuid and ${where}
        and ${beyond(cursor, 'l.id')} order by l.id ${order(cursor)} limit ${limit}::int)`,
    ),
  )
  const [only, ...others] = sources
  if (only && others.length === 0) return only
  // Only a payload search finds a call twice.
  const merged = join(sources, plan.sources.length > 1 ? ' union ' : ' union all ')
  return sql`select l.id${more} from (${merged}) l order by l.id ${order(cursor)} limit ${limit}::int`
}

/**
 * How many calls came after the one of this id, or are there where there is none; counting to `most`.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function countNewer(
  { providerIds, filter }: Pick<SyncLogSearch, 'providerIds' | 'filter'>,
  after: string | null,
  most: number,
): Promise<number> {
  if (providerIds.length === 0) return 0
  const newer = after && isUuid(after) ? { cursor: { towards: 'newer' as const, id: after } } : {}
  const [row] = await queryOnce<{ n: number }>(
    sql`select count(*)::int as n from (${hits(searchPlan(filter), providerIds, most, newer)}) newer`,
  )
  return row?.n ?? 0
}

/** Whether any of these providers has a recorded call. */
export async function hasCalls(providerIds: string[]): Promise<boolean> {
  const [row] = await queryOnce<{ found: boolean }>(
    sql`select exists (select from sync_log where provider_id = any(${providerIds}::uuid[])) as found`,
  )
  return row?.found ?? false
}
