import type { JsonObject } from '@/lib/idp-clients/json'
import type { Pool } from '../pool'
import type { Random } from '../../product/random'
import { filter } from './filters'

const ATTRIBUTES = ['userName', 'displayName', 'name.familyName', 'emails', 'meta.created', 'id', 'groups', 'nothing']

/** Parameters of a list or a search (RFC 7644 §3.4.2, RFC 9865), most of them in order. */
export function parameters(random: Random, pool: Pool): Record<string, string> {
  const chosen: Record<string, string> = {}
  if (random.chance(0.6)) chosen['filter'] = filter(random)
  if (random.chance(0.3))
    chosen['count'] = random.pick(['0', '1', '2', '10', '100', '-1', '5000', '1e3', 'x', '2.5', ''])
  if (random.chance(0.2)) chosen['startIndex'] = random.pick(['1', '0', '-5', '3', '99999999999', 'x', '2147483648'])
  if (random.chance(0.2)) chosen['sortBy'] = random.pick(ATTRIBUTES)
  if (random.chance(0.2)) chosen['sortOrder'] = random.pick(['ascending', 'descending', 'up', ''])
  if (random.chance(0.15)) chosen['attributes'] = random.some(ATTRIBUTES, 4).join(',')
  if (random.chance(0.15)) chosen['excludedAttributes'] = random.some(ATTRIBUTES, 4).join(', ')
  if (random.chance(0.2)) chosen['cursor'] = random.chance(0.3) ? '' : tampered(random, pool.cursor(random))
  return chosen
}

/** A lone surrogate, which can't be encoded, becomes what UTF-8 has in its place. */
export const queryOf = (given: Record<string, string>) =>
  Object.entries(given)
    .map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value).toString())}`)
    .join('&')

/** A search message (RFC 7644 §3.4.3). */
export function search(random: Random, pool: Pool): JsonObject {
  const { count, startIndex, attributes, excludedAttributes, ...texts } = parameters(random, pool)
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
    ...texts,
    ...(count && { count: Number(count) || 0 }),
    ...(startIndex && { startIndex: Number(startIndex) || 0 }),
    ...(attributes && { attributes: attributes.split(',') }),
    ...(excludedAttributes && { excludedAttributes: excludedAttributes.split(',') }),
  }
}

function tampered(random: Random, cursor: string): string {
  const at = random.below(cursor.length)
  const kind = random.weighted({ none: 3, cut: 1, flip: 3, twice: 1, long: 1 })
  if (kind === 'cut') return cursor.slice(0, at)
  if (kind === 'flip') return `${cursor.slice(0, at)}${random.pick(['A', '_', '.', '😀', '%'])}${cursor.slice(at + 1)}`
  if (kind === 'twice') return cursor + cursor
  return kind === 'long' ? cursor.repeat(20) : cursor
}
