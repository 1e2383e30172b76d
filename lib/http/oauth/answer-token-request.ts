import { clientName } from '@/lib/providers/recognise-client'
import { accessTokenSeconds, issueAccessToken } from '@/lib/providers/oauth/access-tokens'
import type { FoundClient } from '@/lib/providers/oauth/find-client'
import { type Scope, scopes } from '@/lib/providers/scopes'
import { hashToken } from '@/lib/providers/token'
import { recordRefusal } from '@/lib/sync-log/record-refusal'
import type { RecordedCall } from '@/lib/sync-log/recorded-call'
import type { Arrival } from '../arrival'
import { closedTo } from '../authenticate'
import { countCall, countTokenRequest } from '../call-limit'
import { rememberRight } from '../guess-limit'
import { Aborted } from '../read-body'
import type { ScimReply } from '../scim-exchange'
import { TooManyCalls } from '../too-many-calls'
import { translateError } from '../translate-error'
import { authenticateClient } from './authenticate-client'
import { readCredentials } from './credentials'
import { type Form, readForm } from './form'
import { OAuthError, oauthErrorReply, tokenHeaders } from './oauth-error'

/**
 * The token endpoint of a provider: an access token for client credentials (RFC 6749 §4.4). A refusal of a client that
 * was authenticated ends up in the provider's log, without the request's body.
 * @throws Aborted when the client went away before its body had arrived; nothing else
 */
export async function answerTokenRequest(arrival: Arrival, slug: string): Promise<ScimReply> {
  let call: RecordedCall | undefined
  try {
    if (arrival.method !== 'POST') throw new OAuthError('invalid_request', 'Tokens are asked for with POST.', 405)
    const form = await readForm(arrival)
    const found = await authenticateClient(arrival, slug, readCredentials(arrival.header('authorization'), form))
    call = callOf(arrival, found)
    return await grant(arrival, form, found)
  } catch (error) {
    if (error instanceof Aborted) throw error
    const refusal = translateError(error, arrival.requestId)
    const reply = oauthErrorReply(refusal)
    if (call && (!(refusal instanceof TooManyCalls) || refusal.recorded)) recordRefusal(call, refusal, reply.body)
    return reply
  }
}

async function grant({ address, at }: Arrival, form: Form, { provider, client }: FoundClient): Promise<ScimReply> {
  if (client.revokedAt) throw new OAuthError('invalid_client', 'This client was revoked. Add a new one in the portal.')
  // The client is right, so that it is told: another secret would not help.
  const closed = closedTo(provider, address)
  if (closed !== undefined) throw new OAuthError('unauthorized_client', closed)
  await countCall(provider)
  await countTokenRequest(client.id)
  const type = form.get('grant_type')
  if (type === undefined) throw new OAuthError('invalid_request', 'grant_type is missing. Send client_credentials.')
  if (type !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', 'The only grant_type here is client_credentials.')
  const given = scopesOf(form.get('scope'), client.scopes)
  const token = await issueAccessToken(client.id, given, at)
  // Its calls are heard, whoever guesses from the same address.
  rememberRight(hashToken(token).toString('base64'))
  return {
    status: 200,
    headers: { ...tokenHeaders },
    body: { access_token: token, token_type: 'Bearer', expires_in: accessTokenSeconds, scope: given.join(' ') },
  }
}

/** What is asked for, at most what the client has (RFC 6749 §3.3); all of that where nothing is. */
function scopesOf(asked: string | undefined, has: Scope[]): Scope[] {
  const names = asked?.split(' ').filter((name) => name !== '') ?? []
  const beyond = names.find((name) => !has.some((scope) => scope === name))
  if (beyond !== undefined)
    throw new OAuthError(
      'invalid_scope',
      `The client may not ask for ${beyond.slice(0, 60)}. It has: ${has.join(' ')}.`,
    )
  return scopes.filter((scope) => has.includes(scope) && (names.length === 0 || names.includes(scope)))
}

/** The request for the log: its body holds secrets, and its query may by mistake. */
function callOf({ requestId, at, started, address, header }: Arrival, { provider, client }: FoundClient): RecordedCall {
  return {
    provider,
    requestId,
    at,
    started,
    method: 'POST',
    url: '/oauth/token',
    token: { id: client.id },
    address,
    client: clientName({ userAgent: header('user-agent') }) ?? provider.client ?? undefined,
    notes: [],
  }
}
