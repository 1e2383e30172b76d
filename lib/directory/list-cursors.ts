import {
  type Cursor,
  type ListQuery,
  type ResourceTypeName,
  invalidCursor,
  printFilter,
  readCursor,
  writeCursor,
} from '@/lib/scim'
import type { Page } from './page'
import type { ScimCall } from './scim-call'
import { seal, unseal } from './seal'

/** What leads on from a page, and back. */
interface Neighbours {
  nextCursor?: Cursor
  previousCursor?: Cursor
}

/** Cursors of the pages beside one: by the keys of its outer rows, never by counting. */
export function neighbours(cursor: Cursor, { rows, more }: Page<{ id: string }>): Neighbours {
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
export function sealsOf(call: ScimCall, types: ResourceTypeName[], asked: ListQuery) {
  const { filter, sortBy, descending } = asked
  const list = [
    call.provider.id,
    types.join(),
    filter && printFilter(filter),
    sortBy?.map(({ name }) => name),
    descending,
  ]
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
