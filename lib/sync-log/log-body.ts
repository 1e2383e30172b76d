import { type Json, type JsonObject, limits } from '@/lib/scim'
import type { Redaction } from './redaction'

/** A body as the log keeps it. */
export interface LoggedBody {
  text: string | null
  /** Bytes of the whole body, where `text` is only its beginning. */
  cut: number | null
}

/** The request's body for the log, whole: as received where nothing in it is left out, else written anew without that. */
export function requestText(bodyText: string | undefined, body: unknown, redaction: Redaction): string | undefined {
  if (!bodyText || !redaction.mayHold(bodyText)) return bodyText
  if (body === undefined)
    return `[A body of ${Buffer.byteLength(bodyText)} bytes that could not be read; left out, for it may hold a secret.]`
  return JSON.stringify(redaction.json(body as Json))
}

/** An answer's body for the log, whole. The detail of a refusal may quote what was sent. */
export function responseText(body: JsonObject | undefined, redaction: Redaction): string | undefined {
  if (!body) return undefined
  const { detail } = body
  const said = typeof detail === 'string' ? { ...body, detail: redaction.text(detail) } : body
  const text = JSON.stringify(said)
  return redaction.mayHold(text) ? JSON.stringify(redaction.json(said)) : text
}

/**
 * The beginning of a body, as much as is kept.
 * @param size bytes of the body as it was
 */
export function cutBody(text: string | undefined, size?: number): LoggedBody {
  if (!text) return { text: null, cut: null }
  const clean = storable(text)
  if (Buffer.byteLength(clean) <= limits.logBodyBytes) return { text: clean, cut: null }
  const bytes = Buffer.from(clean).subarray(0, limits.logBodyBytes)
  // A character that the cut went through decodes to U+FFFD.
  return { text: bytes.toString('utf8').replace(/\ufffd{1,3}$/, ''), cut: size ?? Buffer.byteLength(text) }
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
