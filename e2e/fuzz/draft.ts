import type { JsonObject } from '@/lib/idp-clients/json'
import type { Endpoint } from './ask'
import { bendHeaders } from './bend/headers'
import { bendJson } from './bend/json'
import { bendTarget } from './bend/target'
import { bendText } from './bend/text'
import type { Pool } from './pool'
import type { Random } from '../product/random'
import type { Draft } from './shot'
import { bulk } from './valid/bulk'
import { groupPatch, userPatch } from './valid/patches'
import { parameters, queryOf, search } from './valid/queries'
import { group, user } from './valid/resources'

type Plan = (random: Random, pool: Pool) => { method: string; path: string; body?: JsonObject }

const list =
  (endpoint: string): Plan =>
  (random, pool) => ({
    method: random.chance(0.05) ? 'HEAD' : 'GET',
    path: `${endpoint}?${queryOf(parameters(random, pool))}`,
  })

const projection = (random: Random, pool: Pool) => {
  const { attributes, excludedAttributes } = parameters(random, pool)
  return attributes || excludedAttributes
    ? `?${queryOf({ attributes: attributes ?? '', excludedAttributes: excludedAttributes ?? '' })}`
    : ''
}

/** Everything that the endpoint answers to, with how often it is asked. */
const plans: Record<string, [weight: number, plan: Plan]> = {
  'POST /Users': [20, (random, pool) => ({ method: 'POST', path: '/Users', body: user(random, pool) })],
  'PUT /Users/:id': [
    10,
    (random, pool) => ({ method: 'PUT', path: `/Users/${pool.user(random)}`, body: user(random, pool) }),
  ],
  'PATCH /Users/:id': [
    16,
    (random, pool) => ({ method: 'PATCH', path: `/Users/${pool.user(random)}`, body: userPatch(random, pool) }),
  ],
  'GET /Users/:id': [
    4,
    (random, pool) => ({ method: 'GET', path: `/Users/${pool.user(random)}${projection(random, pool)}` }),
  ],
  'DELETE /Users/:id': [2, (random, pool) => ({ method: 'DELETE', path: `/Users/${pool.user(random)}` })],
  'GET /Users': [12, list('/Users')],
  'POST /Groups': [6, (random, pool) => ({ method: 'POST', path: '/Groups', body: group(random, pool) })],
  'PUT /Groups/:id': [
    5,
    (random, pool) => ({ method: 'PUT', path: `/Groups/${pool.group(random)}`, body: group(random, pool) }),
  ],
  'PATCH /Groups/:id': [
    12,
    (random, pool) => ({ method: 'PATCH', path: `/Groups/${pool.group(random)}`, body: groupPatch(random, pool) }),
  ],
  'GET /Groups/:id': [
    2,
    (random, pool) => ({ method: 'GET', path: `/Groups/${pool.group(random)}${projection(random, pool)}` }),
  ],
  'DELETE /Groups/:id': [1, (random, pool) => ({ method: 'DELETE', path: `/Groups/${pool.group(random)}` })],
  'GET /Groups': [5, list('/Groups')],
  'POST /Bulk': [6, (random, pool) => ({ method: 'POST', path: '/Bulk', body: bulk(random, pool) })],
  'POST /.search': [
    5,
    (random, pool) => ({
      method: 'POST',
      path: random.pick(['/.search', '/Users/.search', '/Groups/.search']),
      body: search(random, pool),
    }),
  ],
  'GET /': [1, list('/')],
  discovery: [
    2,
    (random) => ({
      method: 'GET',
      path: random.pick(['/ServiceProviderConfig', '/Schemas', '/ResourceTypes', '/Schemas/x', '/ResourceTypes/User']),
    }),
  ],
  '/Me': [
    1,
    (random, pool) => ({ method: random.pick(['GET', 'POST', 'PATCH']), path: '/Me', body: user(random, pool) }),
  ],
  'other methods': [
    2,
    (random, pool) => ({
      method: random.pick(['PROPFIND', 'TRACE', 'OPTIONS', 'LOCK', 'PATCH', 'PUT', 'DELETE', 'QUERY', 'M-SEARCH']),
      path: random.pick(['/Users', '/Bulk', '/', '/nowhere', '/Users/x/y', `/Groups/${pool.group(random)}`]),
    }),
  ],
}
const weights = Object.fromEntries(Object.entries(plans).map(([kind, [weight]]) => [kind, weight]))

/** A request: a valid one, most of the time bent in some way. */
export function draftOf(
  random: Random,
  pool: Pool,
  { base, token, host, port }: Endpoint,
): { kind: string; draft: Draft } {
  const kind = random.weighted(weights)
  const { method, path, body } = plans[kind]![1](random, pool)
  const draft: Draft = {
    method,
    target: base + path,
    headers: [
      ['host', `${host}:${port}`],
      ['authorization', `Bearer ${token}`],
      ...(body ? ([['content-type', 'application/scim+json']] as [string, string][]) : []),
    ],
    ...(body && { body: bodyOf(random, body) }),
  }
  if (random.chance(0.15)) draft.target = bendTarget(random, draft.target, base)
  if (random.chance(0.2)) bendHeaders(random, draft)
  return { kind, draft }
}

function bodyOf(random: Random, body: JsonObject): Buffer {
  const message = random.chance(0.55) ? bendJson(random, body) : body
  const text = JSON.stringify(message)
  return random.chance(0.2) ? bendText(random, text) : Buffer.from(text)
}
