import type { Json, JsonObject } from '@/lib/idp-clients/json'
import type { Random } from '../../product/random'
import { oddText } from '../valid/words'

type Holder = Json[] | JsonObject
type Place = { holder: Holder; key: string }

const nested = (depth: number): Json => Array.from({ length: depth }).reduce<Json>((inner) => [inner], 'deep')

const oddValue = (random: Random): Json =>
  random.pick<() => Json>([
    () => null,
    () => random.chance(0.5),
    () => random.pick([0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER + 2, -0, 5e-324]),
    () => oddText(random),
    () => random.pick<Json>([[], {}, [[]], [{}], [null], { value: null }, { value: {} }, { $ref: [] }]),
    () => nested(random.pick([2, 29, 40, 3000])),
    () => Array<Json>(random.pick([2, 100, 2500])).fill(random.pick<Json>(['x', {}, { value: 'x' }, null])),
  ])()

const oddKey = (random: Random, key: string) =>
  random.pick([
    ...[key.toUpperCase(), key.toLowerCase(), ` ${key}`, `${key}.value`, `urn:ietf:params:scim:${key}`, `${key}[0]`],
    ...['__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', 'k'.repeat(10_000), '$ref', 'é'],
  ])

/** Bends a valid message in one to three places: types, depths, lengths, names. The message itself is changed. */
export function bendJson(random: Random, message: JsonObject): Json {
  if (random.chance(0.02)) return oddValue(random)
  for (let times = 1 + random.below(3); times > 0; times--) bendPlace(random, random.pick(placesIn(message)))
  return message
}

function bendPlace(random: Random, place: Place | undefined) {
  if (!place) return
  const { holder, key } = place
  const at = holder as JsonObject
  const value = at[key]!
  const kind = random.weighted({ replace: 6, wrap: 2, object: 1, remove: 2, rename: 2, add: 2, twice: 1 })
  if (kind === 'replace') at[key] = oddValue(random)
  else if (kind === 'wrap') at[key] = [value]
  else if (kind === 'object') at[key] = { value }
  else if (Array.isArray(holder)) holder.push(kind === 'twice' ? value : oddValue(random))
  else if (kind === 'remove') delete holder[key]
  else if (kind === 'rename') rename(holder, key, oddKey(random, key))
  else rename(holder, undefined, oddKey(random, key), kind === 'twice' ? value : oddValue(random))
}

/** As an own property, whatever its name: assigning to `__proto__` would make none. */
function rename(holder: JsonObject, from: string | undefined, to: string, value: Json = holder[from ?? '']!) {
  if (from !== undefined) delete holder[from]
  Object.defineProperty(holder, to, { value, enumerable: true, configurable: true, writable: true })
}

function placesIn(value: Json, found: Place[] = []): Place[] {
  // What was bent before may be deep and long: that is bent enough.
  if (typeof value !== 'object' || value === null || found.length > 300) return found
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key })
    placesIn((value as JsonObject)[key]!, found)
  }
  return found
}
