import { expiredCursor, invalidCount } from '../error'
import { limits } from '../limits'

/** A row beside which a page begins or ends. The row itself may be gone when the cursor comes back. */
export interface Place {
  id: string
  /** What the row was sorted by, as the database writes it; null where it had no value, and in the order of ids. */
  key: string | null
}

/** The page after a place, or before it (RFC 9865 §2). */
export interface Cursor {
  /** Left out: the page is the first. */
  beside?: Place
  backwards: boolean
}

/** What a cursor is good for besides its list: so many rows, and for an hour from `at`. */
interface Terms {
  count: number
  at: Date
}

/** A cursor as text, to be sealed before anybody sees it. */
export function writeCursor({ beside, backwards }: Cursor, { count, at }: Terms): string {
  const until = Math.floor(at.getTime() / 1000) + limits.cursorSeconds
  return JSON.stringify([until, count, backwards, beside?.id, beside?.key])
}

/**
 * Reads what `writeCursor` wrote.
 * @param text that came out of its seal unharmed: nobody else can have written it
 * @throws ScimError expiredCursor; invalidCount where another count is asked for (RFC 9865 §2.1)
 */
export function readCursor(text: string, { count, at }: Terms): Cursor {
  const [until, made, backwards, id, key] = JSON.parse(text) as [number, number, boolean, string | null, string | null]
  if (at.getTime() >= until * 1000)
    throw expiredCursor(
      `A cursor is good for ${limits.cursorSeconds / 60} minutes, and this one is older. Begin again with an empty cursor.`,
    )
  if (made !== count)
    throw invalidCount(
      `The cursor was made for pages of ${made}, but count is ${count}. Send the count that you began with.`,
    )
  return { backwards, ...(id === null ? {} : { beside: { id, key } }) }
}
