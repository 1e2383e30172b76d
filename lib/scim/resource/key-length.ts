import { invalidValue } from '../error'
import type { Json, JsonObject } from '../json'
import { limits } from '../limits'
import type { Document } from './read-user'

/**
 * Throws invalidValue when a text by which resources are found is longer than an index of the database takes: PostgreSQL
 * keeps at most 2,704 bytes of an entry, and folding may make a text longer.
 */
export function checkKeyLengths(document: Document): void {
  for (const name of ['userName', 'displayName', 'externalId']) checkKeyLength(document[name], name)
  const emails = (document.emails ?? []) as JsonObject[]
  for (const email of emails) checkKeyLength(email.value, 'emails.value')
}

/** The same for one text. */
export function checkKeyLength(text: Json | undefined, path: string): void {
  if (typeof text !== 'string' || text.length * 3 <= limits.keyBytes) return
  const bytes = new TextEncoder().encode(text).length
  if (bytes <= limits.keyBytes) return
  throw invalidValue(
    `${path} has ${bytes.toLocaleString('en-US')} bytes. At most ${limits.keyBytes} are kept, since resources are found by it. Shorten it.`,
  )
}
