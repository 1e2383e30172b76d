import { type RefusalStatus, ScimError } from '@/lib/scim'
import { errorReply } from '../reply'
import type { ScimReply } from '../scim-exchange'

type OAuthCode =
  'invalid_request' | 'invalid_client' | 'unauthorized_client' | 'unsupported_grant_type' | 'invalid_scope'

/** A refusal by the token endpoint, RFC 6749 §5.2: 401 for a client that could not be authenticated, else 400. */
export class OAuthError extends ScimError {
  constructor(
    readonly code: OAuthCode,
    description: string,
    status: RefusalStatus = code === 'invalid_client' ? 401 : 400,
  ) {
    super(status, description)
  }
}

/** A refusal in the shape of RFC 6749 §5.2, also of what HTTP or the database got in the way of. */
export function oauthErrorReply(error: ScimError): ScimReply {
  const { status, headers } = errorReply(error, { allow: 'POST' })
  // RFC 9110 §15.5.2: every 401 has a challenge; RFC 6749 §5.2: the scheme that the client used, of which there is one.
  if (status === 401) headers['www-authenticate'] = 'Basic realm="SCIM"'
  return {
    status,
    headers: { ...headers, ...tokenHeaders },
    body: { error: codeOf(error), error_description: inPlainCharacters(error.detail) },
  }
}

/** What every answer of the token endpoint has (RFC 6749 §5.1). Cache-Control: no-store is on every answer of ours. */
export const tokenHeaders = { 'content-type': 'application/json', pragma: 'no-cache' }

/** Codes for 5xx and 429 are those of RFC 6749 §4.1.2.1; §5.2 has none. */
function codeOf(error: ScimError): string {
  if (error instanceof OAuthError) return error.code
  if (error.status === 500) return 'server_error'
  return error.status === 429 || error.status === 503 ? 'temporarily_unavailable' : 'invalid_request'
}

/** `error_description` takes ASCII without quotation mark and backslash (RFC 6749 §5.2). */
const inPlainCharacters = (text: string) =>
  text
    .replace(/[’"]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')
