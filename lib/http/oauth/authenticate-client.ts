import { timingSafeEqual } from 'node:crypto'
import { spendAssertion } from '@/lib/providers/oauth/access-tokens'
import { type FoundClient, findClient } from '@/lib/providers/oauth/find-client'
import { hashToken } from '@/lib/providers/token'
import type { Arrival } from '../arrival'
import { scimBaseUrl, tokenUrl } from '../base-url'
import { countWrong, rememberRight, secondsToWait } from '../guess-limit'
import { TooManyCalls } from '../too-many-calls'
import { countUnknownCall } from '../unknown-calls'
import { checkClaims, isSignedBy } from './assertion'
import type { Credentials } from './credentials'
import { OAuthError } from './oauth-error'

/**
 * The client that a token request comes from; it may be revoked. An unknown provider, an unknown client, and a wrong
 * secret or signature are answered alike, so that none can be found by trying.
 * @throws OAuthError invalid_client
 * @throws TooManyCalls after many wrong ones from this address
 */
export async function authenticateClient(
  { address, at }: Arrival,
  slug: string,
  credentials: Credentials,
): Promise<FoundClient> {
  const from = address ?? 'unknown'
  const mark = markOf(credentials, from)
  const seconds = await secondsToWait(from, mark)
  if (seconds > 0) throw new TooManyCalls('Too many requests with wrong credentials from this address.', seconds)
  const found = await findClient(slug, credentials.clientId)
  if (!found || !isProved(credentials, found)) {
    countWrong(from)
    countUnknownCall(slug, address, at)
    throw new OAuthError('invalid_client', 'There is no such client here, or its secret or signature is not right.')
  }
  rememberRight(mark)
  if ('assertion' in credentials) await spend(credentials.assertion, slug, at, found)
  return found
}

/**
 * By what credentials that were right are known again, so that they are heard whoever else guesses from the address. An
 * assertion is good for once: its client is known by the address.
 */
const markOf = (credentials: Credentials, from: string) =>
  hashToken(`${credentials.clientId} ${'secret' in credentials ? credentials.secret : from}`).toString('base64')

function isProved(credentials: Credentials, { client }: FoundClient): boolean {
  if ('assertion' in credentials) return isSignedBy(client.keys, credentials.assertion)
  return client.secretHash !== null && timingSafeEqual(hashToken(credentials.secret), client.secretHash)
}

async function spend(
  assertion: Extract<Credentials, { assertion: unknown }>['assertion'],
  slug: string,
  at: Date,
  { client }: FoundClient,
) {
  const checked = checkClaims(assertion, [tokenUrl(slug), scimBaseUrl(slug)], at.getTime() / 1000)
  if ('wrong' in checked) throw new OAuthError('invalid_client', `The assertion is not valid: ${checked.wrong}`)
  if (!(await spendAssertion(client.id, checked.jti, new Date(checked.until * 1000))))
    throw new OAuthError('invalid_client', 'The assertion was used before: each needs a jti of its own.')
}
