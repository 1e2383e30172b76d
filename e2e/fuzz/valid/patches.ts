import type { Json, JsonObject } from '@/lib/idp-clients/json'
import { PATCH_OP } from '@/lib/idp-clients/urns'
import type { Pool } from '../pool'
import type { Random } from '../../product/random'
import { groupPath, userPath } from './paths'
import { group, members, user } from './resources'
import { first, userName } from './words'

const patch = (operations: Json[]): JsonObject => ({ schemas: [PATCH_OP], Operations: operations })

const op = (random: Random) => random.pick(['add', 'replace', 'remove', 'Add', 'Replace', 'Remove'])

/** A PATCH of a user (RFC 7644 §3.5.2), with and without paths. */
export const userPatch = (random: Random, pool: Pool): JsonObject =>
  patch(
    Array.from({ length: 1 + random.below(4) }, () => {
      if (random.chance(0.2)) return { op: op(random), value: user(random, pool) }
      return { op: op(random), path: userPath(random), ...(random.chance(0.85) && { value: userValue(random) }) }
    }),
  )

export const groupPatch = (random: Random, pool: Pool): JsonObject =>
  patch(
    Array.from({ length: 1 + random.below(4) }, () => {
      if (random.chance(0.15)) return { op: op(random), value: group(random, pool) }
      const path = groupPath(random, pool)
      const value = path === 'members' ? members(random, pool) : `Fuzz ${random.below(60)}`
      return { op: op(random), path, ...(random.chance(0.85) && { value }) }
    }),
  )

function userValue(random: Random): Json {
  return random.pick<() => Json>([
    () => first(random),
    () => userName(random),
    () => random.pick(['True', 'False']),
    () => random.chance(0.5),
    () => [{ value: `p${random.below(50)}@x.example`, type: 'work', primary: random.chance(0.5) }],
    () => ({ value: `p${random.below(50)}@x.example` }),
    () => ({ givenName: first(random) }),
    () => null,
    () => [],
  ])()
}
