import type { Json, JsonObject } from '@/lib/idp-clients/json'
import { ENTERPRISE, GROUP, USER } from '@/lib/idp-clients/urns'
import type { Pool } from '../pool'
import type { Random } from '../../product/random'
import { first, groupName, last, userName } from './words'

type Parts = Record<string, (random: Random, pool: Pool) => Json>

const typed = (random: Random, value: string): JsonObject => ({
  value,
  type: random.pick(['work', 'home', 'other', 'x']),
  ...(random.chance(0.4) && { primary: random.chance(0.5) }),
})

const userParts: Parts = {
  externalId: (random) => `ext-${random.below(300)}`,
  displayName: (random) => `${first(random)} ${last(random)}`,
  name: (random) => ({ givenName: first(random), familyName: last(random), formatted: first(random) }),
  title: (random) => `Title ${random.below(50)}`,
  active: (random) => random.chance(0.7),
  preferredLanguage: () => 'de-DE',
  emails: (random) => random.some([0, 1, 2, 3], 4).map((n) => typed(random, `m${n}.${random.below(500)}@x.example`)),
  phoneNumbers: (random) => [typed(random, `+49 30 ${random.below(99_999)}`)],
  addresses: (random) => [{ type: 'work', streetAddress: 'Way 1', locality: last(random), country: 'DE' }],
  roles: (random) => [typed(random, 'admin')],
  x509Certificates: () => [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UE' }],
  password: () => 'secret-Passw0rd',
  nickName: (random) => first(random),
  profileUrl: () => 'https://x.example/a',
  unknownAttribute: (random) => [random.below(9), { a: [null] }],
  'name.middleName': (random) => first(random),
  [ENTERPRISE]: (random, pool) => ({
    employeeNumber: String(random.below(9_999)),
    department: random.pick(['Sales', 'R&D']),
    manager: { value: pool.user(random) },
  }),
  [`${ENTERPRISE}:costCenter`]: () => '4130',
  meta: () => ({ resourceType: 'User', version: 'W/"1"' }),
  id: (random, pool) => pool.user(random),
}

const groupParts: Parts = {
  externalId: (random) => `group-${random.below(60)}`,
  members: (random, pool) => members(random, pool),
  unknownAttribute: () => ({ a: 1 }),
}

/** Users, groups and ids that nobody has, in the shapes that clients send. */
export const members = (random: Random, pool: Pool): Json[] =>
  Array.from({ length: random.below(6) }, () => {
    const value = random.chance(0.75)
      ? pool.user(random)
      : random.chance(0.8)
        ? pool.group(random)
        : `nobody-${random.below(9)}`
    return random.chance(0.85) ? { value, ...(random.chance(0.2) && { display: 'x', $ref: null }) } : value
  })

export const user = (random: Random, pool: Pool): JsonObject => ({
  schemas: [USER, ...(random.chance(0.3) ? [ENTERPRISE] : [])],
  userName: userName(random),
  ...chosen(userParts, random, pool, 5),
})

export const group = (random: Random, pool: Pool): JsonObject => ({
  schemas: [GROUP],
  displayName: groupName(random),
  ...chosen(groupParts, random, pool, 3),
})

const chosen = (parts: Parts, random: Random, pool: Pool, most: number): JsonObject =>
  Object.fromEntries(random.some(Object.keys(parts), most).map((name) => [name, parts[name]!(random, pool)]))
