import { type Sql, sql } from '@/lib/db/sql'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import { groupTargets } from '@/lib/filter-sql/group-targets'
import { sortKey } from '@/lib/filter-sql/sort-key'
import { userTargets } from '@/lib/filter-sql/user-targets'
import {
  type Cursor,
  type JsonObject,
  type ListQuery,
  type ResourceTypeName,
  invalidCursor,
  listResponse,
  printFilter,
  readCursor,
  readListQuery,
  takeNotes,
  writeCursor,
} from '@/lib/scim'
import { type Page, type PageQuery, pageOf } from './page'
import type { ScimAnswer, ScimCall } from './scim-call'
import { seal, unseal } from './seal'

/** How the rows of a list are read, and shown. */
interface Rows<Row> extends Pick<PageQuery, 'columns' | 'ctes' | 'joins'> {
  show(row: Row): JsonObject
}

/**
 * Answers a list request: a page by index, or by cursor where one came, and the exact total, in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export async function answerList<Row extends { id: string }>(
  call: ScimCall,
  type: ResourceTypeName,
  rows: Rows<Row>,
): Promise<ScimAnswer> {
  const notes = takeNotes()
  const asked = readListQuery(call.registry, [type], call.query, notes)
  call.notes.push(...notes.list)
  const { startIndex, count, descending } = asked
  const sealed = sealsOf(call, type, asked)
  const cursor = asked.cursor === undefined ? undefined : sealed.read(asked.cursor)
  const key = asked.sortBy?.map(sortKey)[0]
  const page = await pageOf<Row>({
    sources: [{ type, table: tables[type], where: whereOf(call, type, asked), sort: key?.value }],
    sortType: key?.type,
    descending,
    from: cursor ?? { offset: startIndex - 1 },
    count,
    ...rows,
  })
  const place = cursor ? sealed.write(neighbours(cursor, page)) : { startIndex }
  const resources = page.rows.map((row) => rows.show(row))
  return { status: 200, body: listResponse({ totalResults: page.total, ...place, resources }) }
}

const tables: Record<ResourceTypeName, Sql> = { User: sql`users`, Group: sql`groups` }

function whereOf({ provider, registry }: ScimCall, type: ResourceTypeName, { filter }: ListQuery): Sql {
  const own = sql`${tables[type]}.provider_id = ${provider.id}::uuid`
  const targets = type === 'User' ? userTargets : groupTargets
  return filter ? sql`${own} and ${compileFilter(filter, targets(registry))}` : own
}

interface Neighbours {
  nextCursor?: Cursor
  previousCursor?: Cursor
}

/** What leads on from a page, and back: by the keys of its outer rows, never by counting. */
function neighbours(cursor: Cursor, { rows, more }: Page<{ id: string }>): Neighbours {
  const [first, last] = [rows[0], rows.at(-1)]
  // What lay before is gone: the page that was left is now the first.
  if (!first || !last) return cursor.backwards ? { nextCursor: { backwards: false } } : {}
  const place = ({ id, key }: (typeof rows)[number]) => ({ id, key })
  const next = cursor.backwards || more
  const previous = cursor.backwards ? more : cursor.beside !== undefined
  return {
    ...(next && { nextCursor: { beside: place(last), backwards: false } }),
    ...(previous && { previousCursor: { beside: place(first), backwards: true } }),
  }
}

/** Cursors of one list as the client has them: good for this provider, endpoint, filter and sorting alone. */
function sealsOf(call: ScimCall, type: ResourceTypeName, asked: ListQuery) {
  const { filter, sortBy, descending } = asked
  const list = [call.provider.id, type, filter && printFilter(filter), sortBy?.map(({ name }) => name), descending]
  const about = JSON.stringify(list)
  const terms = { count: asked.count, at: call.at }
  const write = (cursor: Cursor | undefined) => cursor && seal(call.secret(), about, writeCursor(cursor, terms))
  return {
    read(text: string): Cursor {
      if (text === '') return { backwards: false }
      const opened = unseal(call.secret(), about, text)
      if (opened !== undefined) return readCursor(opened, terms)
      throw invalidCursor(
        'The cursor was not given here, or not for this list: endpoint, filter, sortBy and sortOrder have to be those of the ' +
          'request that it came from. Begin again with an empty cursor.',
      )
    },
    write: ({ nextCursor, previousCursor }: Neighbours) => ({
      nextCursor: write(nextCursor),
      previousCursor: write(previousCursor),
    }),
  }
}
