import type { JsonObject } from './json'
import { ERROR_URN } from './schema/urns'

/**
 * Those of RFC 7644 §3.12 table 9 that are answered here, and RFC 9865 §2 for the last three. Each has an article in
 * lib/help.
 */
export type ScimType =
  | 'invalidFilter'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount'

/** Every status that a refusal can have. Each has an article in lib/help. */
export type RefusalStatus =
  400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 414 | 415 | 417 | 429 | 431 | 500 | 501 | 503

/** A refusal in the protocol's terms. `detail` is read by an IdP's admin: it says what was wrong and what to do. */
export class ScimError extends Error {
  constructor(
    readonly status: RefusalStatus,
    readonly detail: string,
    readonly scimType?: ScimType,
    /** Where in a filter it is, from 0, where the text itself is at fault. */
    readonly at?: number,
  ) {
    super(detail)
    this.name = 'ScimError'
  }
}

/** What `run` returns, or what `otherwise` makes of its refusal; any other error goes on. */
export function unlessRefused<T>(run: () => T, otherwise: (refusal: ScimError) => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof ScimError) return otherwise(error)
    throw error
  }
}

/** The body of an error answer, RFC 7644 §3.12: `status` is a string. */
export function errorBody(error: ScimError): JsonObject {
  return {
    schemas: [ERROR_URN],
    status: String(error.status),
    ...(error.scimType ? { scimType: error.scimType } : {}),
    detail: error.detail,
  }
}

const typed = (status: RefusalStatus, scimType: ScimType) => (detail: string) => new ScimError(status, detail, scimType)
const plain = (status: RefusalStatus) => (detail: string) => new ScimError(status, detail)

/** 400: the filter can't be read, names an unknown attribute, or compares what can't be compared. */
export const invalidFilter = (detail: string, at?: number) => new ScimError(400, detail, 'invalidFilter', at)
/** 400: a PATCH path can't be read or names nothing known. */
export const invalidPath = typed(400, 'invalidPath')
/** 400: a PATCH path names values of which there are none. */
export const noTarget = typed(400, 'noTarget')
/** 400: a value is missing, of the wrong type, or not allowed. */
export const invalidValue = typed(400, 'invalidValue')
/** 400: the body does not have the structure that the request needs. */
export const invalidSyntax = typed(400, 'invalidSyntax')
/** 400: the attribute can't be changed by the client. */
export const mutability = typed(400, 'mutability')
/** 409: another resource has the value already. */
export const uniqueness = typed(409, 'uniqueness')
/** 400: the cursor was not made here, or for another query (RFC 9865 §2). */
export const invalidCursor = typed(400, 'invalidCursor')
/** 400: the cursor is too old (RFC 9865 §2). */
export const expiredCursor = typed(400, 'expiredCursor')
/** 400: the count differs from the one that the cursor was made for (RFC 9865 §2). */
export const invalidCount = typed(400, 'invalidCount')
export const forbidden = plain(403)
export const notFound = plain(404)
export const methodNotAllowed = plain(405)
/** 409 without a scimType: what was asked can't be done in the present state (RFC 7644 §3.7.1). */
export const conflict = plain(409)
/** 412: the resource is at another version than If-Match says (RFC 7644 §3.14). */
export const versionMismatch = plain(412)
export const payloadTooLarge = plain(413)
export const uriTooLong = plain(414)
export const unsupportedMediaType = plain(415)
export const internal = plain(500)
export const notImplemented = plain(501)
export const unavailable = plain(503)
