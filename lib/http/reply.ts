import type { ScimAnswer } from '@/lib/directory/scim-call'
import { type JsonObject, type ScimError, errorBody, isObject } from '@/lib/scim'
import { Challenge } from './challenge'
import type { ScimReply } from './scim-exchange'
import { TooManyCalls } from './too-many-calls'

/** A handler's answer with its headers (RFC 7644 §3.1, §3.14). */
export const replyOf = ({ status, body, etag, location }: ScimAnswer): ScimReply => ({
  status,
  headers: { ...(etag && { etag }), ...(location && { location }), ...contentLocation(body) },
  body,
})

/** RFC 7643 §3.1: meta.location "MUST be the same as the Content-Location HTTP response header". */
function contentLocation(body: JsonObject = {}) {
  const location = isObject(body.meta) ? body.meta.location : undefined
  return typeof location === 'string' && { 'content-location': location }
}

// Long enough for a restart of the database; Entra and IPSIE clients honour it.
const RETRY_SECONDS = 5

/** A refusal as RFC 7644 §3.12 has it, with the headers that its status calls for. */
export function errorReply(error: ScimError, more: { allow?: string } = {}): ScimReply {
  const headers: Record<string, string> = {}
  if (error instanceof Challenge) headers['www-authenticate'] = error.challenge
  if (error.status === 405 && more.allow) headers.allow = more.allow
  if (error instanceof TooManyCalls) headers['retry-after'] = String(error.retryAfter)
  if (error.status === 503) headers['retry-after'] = String(RETRY_SECONDS)
  return { status: error.status, headers, body: errorBody(error) }
}
