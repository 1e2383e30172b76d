import { type Sql, join, sql } from '@/lib/db/sql'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import { type SortKey, sortKey } from '@/lib/filter-sql/sort-key'
import { targetsAmong } from '@/lib/filter-sql/targets-among'
import {
  type JsonObject,
  type ListQuery,
  type ResourceTypeName,
  invalidValue,
  listResponse,
  readListQuery,
  takeNotes,
} from '@/lib/scim'
import { neighbours, sealsOf } from './list-cursors'
import { pageOf } from './page'
import type { ScimAnswer, ScimCall } from './scim-call'
import type { GroupRow } from './stored-group'
import { resourceColumns } from './stored-resource'
import type { UserRow } from './stored-user'

/** How the resources of one type are read from their table (`users`, `groups`) for a list, and shown. */
export interface Listed {
  type: ResourceTypeName
  /** Beside what is read of every resource. */
  columns: readonly Sql[]
  /** CTEs over `page(id)`, for what stands in other tables. */
  ctes?: Sql
  /** Joins to `page`. */
  joins: Sql
  show(row: UserRow & GroupRow): JsonObject
}

/**
 * Answers a list request over resources of one type or of several: a page by index, or by cursor where one came, and the
 * exact total, in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export async function answerList(call: ScimCall, listed: readonly Listed[]): Promise<ScimAnswer> {
  const notes = takeNotes()
  const types = listed.map(({ type }) => type)
  const asked = readListQuery(call.registry, types, call.query, notes)
  call.notes.push(...notes.list)
  const { startIndex, count, descending } = asked
  const sealed = sealsOf(call, types, asked)
  const cursor = asked.cursor === undefined ? undefined : sealed.read(asked.cursor)
  const sort = sortOf(asked)
  const ctes = listed.flatMap((each) => each.ctes ?? [])
  const page = await pageOf<UserRow & GroupRow>({
    sources: types.map((type) => ({
      type,
      table: tables[type],
      where: whereOf(call, type, types, asked),
      sort: sort.keys.get(type)?.value,
    })),
    sortType: sort.type,
    descending,
    from: cursor ?? { offset: startIndex - 1 },
    count,
    columns: join([resourceColumns(...types.map((type) => tables[type])), ...listed.flatMap(({ columns }) => columns)]),
    ctes: ctes.length ? join(ctes) : undefined,
    joins: join(
      listed.map(({ joins }) => joins),
      ' ',
    ),
  })
  const place = cursor ? sealed.write(neighbours(cursor, page)) : { startIndex }
  const resources = page.rows.map((row) => listed.find(({ type }) => type === row.type)!.show(row))
  return { status: 200, body: listResponse({ totalResults: page.total, ...place, resources }) }
}

const tables: Record<ResourceTypeName, Sql> = { User: sql`users`, Group: sql`groups` }

function whereOf(call: ScimCall, type: ResourceTypeName, types: ResourceTypeName[], { filter }: ListQuery): Sql {
  const own = sql`${tables[type]}.provider_id = ${call.provider.id}::uuid`
  return filter ? sql`${own} and ${compileFilter(filter, targetsAmong(call.registry, type, types))}` : own
}

/** What each type that has the attribute is sorted by; nothing where that is the id. */
function sortOf({ sortBy = [] }: ListQuery): { keys: Map<ResourceTypeName, SortKey>; type?: SortKey['type'] } {
  const keys = new Map<ResourceTypeName, SortKey>()
  for (const attr of sortBy) {
    const key = sortKey(attr)
    if (key) keys.set(attr.type, key)
  }
  const [type, other] = new Set([...keys.values()].map((key) => key.type))
  if (other)
    throw invalidValue(
      `sortBy names ${sortBy.map(({ name }) => name).join(' and ')}, which don't compare with one another. Write which of them is meant.`,
    )
  return { keys, type }
}
