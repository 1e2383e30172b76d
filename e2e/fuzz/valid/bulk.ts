import type { Json, JsonObject } from '@/lib/idp-clients/json'
import { BULK_REQUEST, GROUP } from '@/lib/idp-clients/urns'
import type { Pool } from '../pool'
import type { Random } from '../../product/random'
import { groupPatch, userPatch } from './patches'
import { group, user } from './resources'

type Operation = (random: Random, pool: Pool, n: number) => JsonObject

const refersTo = (n: number): Json => [{ value: `bulkId:b${n}` }]

const operations: Operation[] = [
  (random, pool, n) => ({ method: 'POST', path: '/Users', bulkId: `b${n}`, data: user(random, pool) }),
  (random, pool, n) => ({ method: 'POST', path: '/Groups', bulkId: `b${n}`, data: group(random, pool) }),
  (random, _pool, n) => ({
    method: 'POST',
    path: '/Groups',
    bulkId: `b${n}`,
    data: { schemas: [GROUP], displayName: `Fuzz ${random.below(60)}`, members: refersTo(random.below(6)) },
  }),
  (random, pool) => ({ method: 'PATCH', path: `/Users/${pool.user(random)}`, data: userPatch(random, pool) }),
  (random, pool) => ({ method: 'PATCH', path: `/Groups/${pool.group(random)}`, data: groupPatch(random, pool) }),
  (random, pool) => ({
    method: 'PUT',
    path: `/Users/${pool.user(random)}`,
    version: 'W/"1"',
    data: user(random, pool),
  }),
  (random, pool) => ({ method: 'PUT', path: `/Groups/${pool.group(random)}`, data: group(random, pool) }),
  (random, pool) => ({ method: 'DELETE', path: `/Users/${pool.user(random)}` }),
  (random) => ({ method: 'DELETE', path: `/Groups/bulkId:b${random.below(6)}` }),
  () => ({ method: 'GET', path: '/Users' }),
  () => ({ method: 'POST', path: '/Bulk', bulkId: 'q', data: {} }),
]

/** A bulk request with operations of all kinds, references to later ones and circles among them (RFC 7644 §3.7). */
export const bulk = (random: Random, pool: Pool): JsonObject => ({
  schemas: [BULK_REQUEST],
  ...(random.chance(0.3) && { failOnErrors: random.below(3) }),
  Operations: Array.from({ length: random.below(7) }, (_, n) => random.pick(operations)(random, pool, n)),
})
