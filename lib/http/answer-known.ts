import { authSecret } from '@/lib/auth/secret'
import type { ScimCall } from '@/lib/directory/scim-call'
import { clientName, recogniseClient } from '@/lib/providers/recognise-client'
import { noteUse } from '@/lib/providers/uses'
import { describeBytes, limits, parseJsonBody, takeNotes, uriTooLong } from '@/lib/scim'
import { recordRead, recordRefusal } from '@/lib/sync-log/record-refusal'
import type { Arrival } from './arrival'
import type { Known } from './authenticate'
import { scimBaseUrl } from './base-url'
import { countCall } from './call-limit'
import { insufficientScope } from './challenge'
import { refusedContent } from './content-type'
import { allowOf, findHandler, readsOnly } from './endpoints'
import { Aborted, readBody } from './read-body'
import { errorReply, replyOf } from './reply'
import { registryOf } from './registry'
import type { ScimReply } from './scim-exchange'
import { scopesNeeded } from './scopes'
import type { Target } from './target'
import { TooManyCalls } from './too-many-calls'
import { translateError } from './translate-error'
import { understandTarget } from './understand-target'

/** Answers a call whose token says which provider it comes from. Refusals end up in that provider's log. */
export async function answerKnown(arrival: Arrival, target: Target, caller: Known): Promise<ScimReply> {
  const registry = registryOf(caller.provider)
  const notes = takeNotes()
  const { path, query } = understandTarget(target, { strict: registry.rules.strict, notes })
  const call: ScimCall = { ...callOf(arrival, target, caller), registry, query, notes: [...notes.list] }
  const allow = allowOf(path)
  try {
    if (caller.refusal) throw caller.refusal
    if (target.bytes > limits.urlBytes)
      throw uriTooLong(`The URL is longer than ${describeBytes(limits.urlBytes)}. Shorten the filter.`)
    await countCall(caller.provider)
    if (arrival.method === 'OPTIONS' && allow) return { status: 204, headers: { allow } }
    const missing = scopesNeeded(arrival.method, path).filter((scope) => !caller.token.scopes.includes(scope))
    if (missing.length > 0) throw insufficientScope(missing)
    const answer = await run(arrival, path, call)
    if (call.provider.logReads && readsOnly(call.method, path)) recordRead(call, answer)
    return replyOf(answer)
  } catch (error) {
    if (error instanceof Aborted) throw error
    const refusal = translateError(error, arrival.requestId)
    const reply = errorReply(refusal, { allow })
    if (!(refusal instanceof TooManyCalls) || refusal.recorded) recordRefusal(call, refusal, reply.body)
    return reply
  }
}

async function run({ method, header, body }: Arrival, path: string[], call: ScimCall) {
  const handler = findHandler(path, method)
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
    const refused = refusedContent(header)
    if (refused) throw refused
    call.bodyText = await readBody(body, header('content-length'))
    const { value, notes } = parseJsonBody(call.bodyText)
    call.body = value
    call.notes.push(...notes)
  }
  return handler(call)
}

function callOf(
  { header, address, method, ...arrival }: Arrival,
  target: Target,
  { provider, token }: Known,
): Omit<ScimCall, 'registry' | 'query' | 'notes'> {
  const signs = {
    userAgent: header('user-agent'),
    adScimVersion: header('adscimversion'),
    query: target.rawQuery,
  }
  noteUse(token.id, { providerId: provider.id, at: arrival.at, address, client: recogniseClient(signs) })
  return {
    provider,
    requestId: arrival.requestId,
    at: arrival.at,
    started: arrival.started,
    method,
    url: target.url,
    token,
    address,
    client: clientName(signs) ?? provider.client ?? undefined,
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
    baseUrl: scimBaseUrl(provider.slug),
    secret: authSecret,
  }
}
