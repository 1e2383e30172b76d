import { uuidv7 } from '@/lib/db/uuid'
import { discoveryNeedsToken } from '@/lib/providers/discovery-needs-token'
import { notFound, sharedRegistry } from '@/lib/scim'
import { answerKnown } from './answer-known'
import type { Arrival } from './arrival'
import { authenticate, tokenNeeded } from './authenticate'
import { scimBaseUrl } from './base-url'
import { countNobody } from './call-limit'
import { spellPath } from './endpoint-names'
import { findEndpoint } from './endpoints'
import { Aborted } from './read-body'
import { answerTokenRequest } from './oauth/answer-token-request'
import { errorReply, replyOf } from './reply'
import type { ScimReply, ScimRequest } from './scim-exchange'
import { commonHeaders } from './security-headers'
import { type Target, readTarget, tokenEndpointOf } from './target'
import { translateError } from './translate-error'

/**
 * Answers one SCIM request: authenticate, limits, read, run, record, answer. The one function behind both doors.
 * @throws Aborted when the client went away before its body had arrived; nothing else
 */
export async function answerScim(request: ScimRequest): Promise<ScimReply> {
  const arrival: Arrival = { ...request, requestId: uuidv7(), at: new Date(), started: performance.now() }
  const reply = await dispatch(arrival)
  Object.assign(reply.headers, commonHeaders(), { 'cache-control': 'no-store', 'x-request-id': arrival.requestId })
  if (reply.body) reply.headers['content-type'] ??= 'application/scim+json'
  return reply
}

async function dispatch(arrival: Arrival): Promise<ScimReply> {
  const target = readTarget(arrival.target)
  const tokensOf = target ? undefined : tokenEndpointOf(arrival.target)
  if (tokensOf !== undefined) return answerTokenRequest(arrival, tokensOf)
  if (!target) return errorReply(notFound('Nothing is here. A SCIM base URL looks like /scim/{provider}/v2.'))
  try {
    const caller = await authenticate(target.slug, arrival.header('authorization'), arrival.address, arrival.at)
    if (caller.kind === 'known') return await answerKnown(arrival, target, caller)
    if (caller.kind === 'unknown') return errorReply(caller.refusal)
    return await answerNobody(arrival, target)
  } catch (error) {
    if (error instanceof Aborted) throw error
    return errorReply(translateError(error, arrival.requestId))
  }
}

/**
 * Without a token, discovery alone answers (RFC 7644 §4), for any slug and with what all providers share, so that it
 * does not tell which providers there are.
 */
async function answerNobody({ method, address }: Arrival, { slug, path, query }: Target): Promise<ScimReply> {
  await countNobody(address)
  const found = findEndpoint(spellPath(path))
  const handler = found?.endpoint.discovery && found.endpoint.methods[method === 'HEAD' ? 'GET' : method]
  if (!handler || (await discoveryNeedsToken(slug))) return errorReply(tokenNeeded())
  const baseUrl = scimBaseUrl(encodeURIComponent(slug))
  return replyOf(await handler({ registry: sharedRegistry, baseUrl, query }, found.id))
}
