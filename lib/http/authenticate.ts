import { isAllowed } from '@/lib/providers/addresses'
import { type TokenLookup, findByToken } from '@/lib/providers/find-by-token'
import type { Provider } from '@/lib/providers/provider'
import type { Scope } from '@/lib/providers/scopes'
import { hashToken } from '@/lib/providers/token'
import { type ScimError, forbidden } from '@/lib/scim'
import { unauthorized } from './challenge'
import { countWrong, rememberRight, secondsToWait } from './guess-limit'
import { TooManyCalls } from './too-many-calls'
import { countUnknownCall } from './unknown-calls'

/** Who calls. */
export type Caller = { kind: 'nobody' } | { kind: 'unknown'; refusal: ScimError } | Known

/** A token that is the provider's; with a refusal it may not be used now. */
export interface Known {
  kind: 'known'
  provider: Provider
  token: { id: string; scopes: Scope[] }
  refusal?: ScimError
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
  if (seconds > 0)
    return {
      kind: 'unknown',
      refusal: new TooManyCalls('Too many calls with a wrong token from this address.', seconds),
    }
  const found = bearer ? await findByToken(slug, bearer) : undefined
  if (!found) {
    countWrong(from)
    countUnknownCall(slug, address, now)
    return { kind: 'unknown', refusal: bearer ? wrong(bearer) : unauthorized(NOT_BEARER, 'invalid_request') }
  }
  rememberRight(mark)
  const { provider, token } = found
  return { kind: 'known', provider, token, refusal: refusalOf(found, address, now) }
}

/** What an endpoint that needs a token answers without one. */
export const tokenNeeded = () => unauthorized(NO_TOKEN)

const wrong = (bearer: string) => unauthorized(isEntraJwt(bearer) ? ENTRA : WRONG, 'invalid_token')

function refusalOf({ provider, token }: TokenLookup, address: string | undefined, now: Date) {
  const { revoked, expired } = token.ofClient ? accessTokenEnds : tokenEnds
  if (token.revokedAt) return unauthorized(revoked, 'invalid_token')
  if (token.expiresAt && token.expiresAt <= now) return unauthorized(expired, 'invalid_token')
  const closed = closedTo(provider, address)
  return closed === undefined ? undefined : forbidden(closed)
}

const tokenEnds = {
  revoked: 'This token was revoked. Generate a new one in the portal.',
  expired: 'This token has expired. Generate a new one in the portal.',
}
const accessTokenEnds = {
  revoked: 'The OAuth client of this access token was revoked. Add a new one in the portal.',
  expired: 'This access token has expired. Ask the token endpoint for a new one.',
}

/** Why a provider may not call now, or not from this address, whatever it shows; in words. */
export function closedTo(provider: Provider, address: string | undefined): string | undefined {
  if (!isAllowed(provider.allowedAddresses, address))
    return `Calls from ${address ?? 'an unknown address'} are not allowed. An administrator can allow the address on the provider’s page in the portal.`
  if (!provider.enabled)
    return `Provisioning from ${provider.name} is switched off. An administrator can switch it on in the portal.`
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
