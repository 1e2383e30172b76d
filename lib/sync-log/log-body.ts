import { type Json, type JsonObject, limits } from '@/lib/scim'
import { redactJson } from './redact'
import { mayHoldSecret } from './redacted-names'

/** A body as the log keeps it. */
export interface LoggedBody {
  text: string | null
  /** Bytes of the whole body, where `text` is only its beginning. */
  cut: number | null
}

const NONE: LoggedBody = { text: null, cut: null }

/** The request's body for the log: as received where nothing in it is to be left out, else written anew without that. */
export function loggedRequest(bodyText: string | undefined, body: unknown, redacted: readonly string[]): LoggedBody {
  if (!bodyText) return NONE
  if (!mayHoldSecret(bodyText, redacted)) return cutBody(bodyText)
  if (body === undefined) {
    const bytes = Buffer.byteLength(bodyText)
    return { text: `[A body of ${bytes} bytes that could not be read; left out, for it may hold a secret.]`, cut: null }
  }
  return cutBody(JSON.stringify(redactJson(body as Json, redacted)), Buffer.byteLength(bodyText))
}

/** An answer's body for the log. */
export function loggedResponse(body: JsonObject | undefined, redacted: readonly string[]): LoggedBody {
  if (!body) return NONE
  return cutBody(JSON.stringify(redacted.length ? redactJson(body, redacted) : body))
}

function cutBody(text: string, size = Buffer.byteLength(text)): LoggedBody {
  const clean = storable(text)
  if (Buffer.byteLength(clean) <= limits.logBodyBytes) return { text: clean, cut: null }
  const bytes = Buffer.from(clean).subarray(0, limits.logBodyBytes)
  // A character that the cut went through decodes to U+FFFD.
  return { text: bytes.toString('utf8').replace(/\ufffd{1,3}$/, ''), cut: size }
}

/** A name or an id as the log's indexes take it: what is longer than a resource may have it is cut. */
export function storableKey(text: string | undefined): string | null {
  if (text === undefined) return null
  const clean = storable(text)
  if (clean.length * 3 <= limits.keyBytes || Buffer.byteLength(clean) <= limits.keyBytes) return clean
  const bytes = Buffer.from(clean).subarray(0, limits.keyBytes - 3)
  return `${bytes.toString('utf8').replace(/\ufffd{1,3}$/, '')}…`
}

/** Text that the database takes: it refuses NUL. */
export const storable = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)
