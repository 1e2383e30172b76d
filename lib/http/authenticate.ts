import { findByToken } from '@/lib/providers/find-by-token'
import type { Provider } from '@/lib/providers/provider'
import { hashToken } from '@/lib/providers/token'
import { ScimError, forbidden, tooManyRequests } from '@/lib/scim'
import { countWrong, rememberRight, secondsToWait } from './guess-limit'
import { countUnknownCall } from './unknown-calls'

/** Who calls. */
export type Caller = { kind: 'nobody' } | { kind: 'unknown'; refusal: ScimError; retryAfter?: number } | Known

/** A token that is the provider's; with a refusal it may not be used now. */
export interface Known {
  kind: 'known'
  provider: Provider
  token: { id: string }
  refusal?: ScimError
}

/** 401 with what RFC 6750 §3 puts into WWW-Authenticate. */
export class Unauthorized extends ScimError {
  constructor(
    detail: string,
    readonly code?: 'invalid_request' | 'invalid_token',
  ) {
    super(401, detail)
  }

  get challenge() {
    return this.code ? `Bearer realm="SCIM", error="${this.code}"` : 'Bearer realm="SCIM"'
  }
}

const NO_TOKEN =
  'A bearer token is needed: Authorization: Bearer {token}. Generate one for this provider in the portal.'
const NOT_BEARER = 'The Authorization header does not hold a bearer token. Send: Authorization: Bearer {token}.'
const WRONG =
  'The token is not valid for this provider. Check the token and the SCIM base URL, or generate a new token in the portal.'
const ENTRA =
  'This is a token that Microsoft Entra ID issued, because its Secret Token field was left empty. ' +
  'Generate a token for this provider in the portal and paste it into Secret Token.'

/**
 * Who calls, by the Authorization header. An unknown provider and a wrong token are answered alike, so that neither can
 * be found by trying; what is known of a right token (revoked, expired, provider off) is told to it.
 */
export async function authenticate(
  slug: string,
  authorization: string | undefined,
  address: string | undefined,
  now: Date,
): Promise<Caller> {
  if (!authorization?.trim()) return { kind: 'nobody' }
  const from = address ?? 'unknown'
  // The scheme's case does not count (RFC 9110 §11.1).
  const bearer = /^bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1]
  const mark = bearer ? hashToken(bearer).toString('base64') : ''
  const seconds = await secondsToWait(from, mark)
  if (seconds > 0) {
    const refusal = tooManyRequests(`Too many calls with a wrong token from this address. Try again in ${seconds} s.`)
    return { kind: 'unknown', refusal, retryAfter: seconds }
  }
  const found = bearer ? await findByToken(slug, bearer) : undefined
  if (!found) {
    countWrong(from)
    countUnknownCall(slug, address, now)
    return { kind: 'unknown', refusal: bearer ? wrong(bearer) : new Unauthorized(NOT_BEARER, 'invalid_request') }
  }
  rememberRight(mark)
  const { provider, token } = found
  return { kind: 'known', provider, token: { id: token.id }, refusal: refusalOf(provider, token, now) }
}

/** What an endpoint that needs a token answers without one. */
export const tokenNeeded = () => new Unauthorized(NO_TOKEN)

const wrong = (bearer: string) => new Unauthorized(isEntraJwt(bearer) ? ENTRA : WRONG, 'invalid_token')

function refusalOf(provider: Provider, token: { revokedAt: Date | null; expiresAt: Date | null }, now: Date) {
  if (token.revokedAt)
    return new Unauthorized('This token was revoked. Generate a new one in the portal.', 'invalid_token')
  if (token.expiresAt && token.expiresAt <= now)
    return new Unauthorized('This token has expired. Generate a new one in the portal.', 'invalid_token')
  if (!provider.enabled)
    return forbidden(
      `Provisioning from ${provider.name} is switched off. An administrator can switch it on in the portal.`,
    )
  return undefined
}

/** Interop: with its Secret Token left empty, Entra sends a JWT of its own. Only the issuer is read, nothing is believed. */
function isEntraJwt(bearer: string): boolean {
  const payload = bearer.split('.')[1]
  if (!payload) return false
  try {
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: unknown }
    return typeof iss === 'string' && /^https:\/\/(sts\.windows\.net|login\.microsoftonline\.com)\//.test(iss)
  } catch {
    return false
  }
}
