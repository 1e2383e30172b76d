import fc from 'fast-check'
import { type Document, ENTERPRISE_URN, GROUP_URN, USER_URN } from '@/lib/scim'
import { HR, TEAM } from './extensions'

export const words = [
  'Ann',
  'ANN',
  'ann ',
  'a_n',
  '100%',
  'b\\c',
  'É',
  'E\u0301',
  'ß',
  'ss',
  '',
  'zoë',
  '😀',
  'a"b',
  'work',
  'home',
  "o'neil",
  // Longer than a lexeme, and alike as far as it goes.
  '😀'.repeat(199),
  '😀'.repeat(230),
]
const instants = ['2026-03-01T09:30:00.000Z', '2026-03-01T09:30:00.120Z', '2025-12-31T23:59:59.999Z']
const word = fc.constantFrom(...words)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const element = fc.record(
  { value: word, type: word, display: word, primary: fc.boolean() },
  { requiredKeys: ['value'] },
)
const device = fc.record(
  {
    value: word,
    type: word,
    primary: fc.boolean(),
    since: fc.constantFrom(...instants),
    ports: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['type'] },
)
/** Users as they are stored, but for their userName. */
export const people = fc.record({
  externalId: optional(word),
  active: fc.boolean(),
  displayName: optional(word),
  title: optional(word),
  name: optional(fc.record({ givenName: word, familyName: word }, { requiredKeys: ['givenName'] })),
  emails: optional(fc.array(element, { minLength: 1, maxLength: 3 })),
  roles: optional(fc.array(element, { minLength: 1, maxLength: 2 })),
  [ENTERPRISE_URN]: optional(
    fc.record({ department: word, manager: fc.record({ value: word }) }, { requiredKeys: ['department'] }),
  ),
  [HR]: optional(
    fc.record(
      {
        level: fc.integer({ min: -2, max: 2 }),
        weight: fc.constantFrom(0.5, 1, 1.5),
        hired: fc.constantFrom(...instants),
        badge: word,
        remote: fc.boolean(),
        tags: fc.array(word, { minLength: 1, maxLength: 2 }),
        scores: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
        desk: fc.record(
          { floor: fc.integer({ min: 0, max: 2 }), room: word, keys: fc.array(word, { minLength: 1, maxLength: 2 }) },
          { requiredKeys: ['room'] },
        ),
        devices: fc.array(device, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['level'] },
    ),
  ),
})

/** Groups as they are stored, but for their displayName. */
export const teams = fc.record({
  externalId: optional(word),
  [TEAM]: optional(
    fc.record(
      {
        code: word,
        budget: fc.constantFrom(0.5, 1, 1.5),
        members: fc.array(word, { minLength: 1, maxLength: 2 }),
        leads: fc.array(fc.record({ value: word, since: fc.constantFrom(...instants) }, { requiredKeys: ['value'] }), {
          minLength: 1,
          maxLength: 2,
        }),
      },
      { requiredKeys: ['code'] },
    ),
  ),
})

/** Names of attributes of a user. */
export const userPaths = [
  'id',
  'userName',
  'externalId',
  'active',
  'displayName',
  'title',
  'name',
  'name.givenName',
  'name.familyName',
  'emails',
  'emails.value',
  'emails.type',
  'emails.primary',
  'emails.display',
  'roles',
  'roles.primary',
  'department',
  'manager',
  'manager.displayName',
  'nickName',
  'schemas',
  'meta.created',
  'meta.resourceType',
  'level',
  'weight',
  'hired',
  'badge',
  'remote',
  'tags',
  'scores',
  'desk',
  'desk.floor',
  'desk.keys',
  'devices',
  'devices.type',
  'devices.primary',
  'devices.ports',
  `${HR}:tags`,
  `${HR}:devices.since`,
  'userType',
]
/** Names of attributes that a group has, and a user has not. */
export const groupPaths = [
  'members',
  'members.value',
  'members.type',
  'members.display',
  'budget',
  'leads',
  'leads.since',
  `${TEAM}:code`,
  `${TEAM}:members`,
  `${GROUP_URN}:displayName`,
]
const subs = ['value', 'type', 'display', 'primary', 'ports', 'since']
const ops = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']
const literal = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    'true',
    'false',
    'null',
    '0',
    '1',
    '1.5',
    '-2',
    '"True"',
    `"${USER_URN}"`,
    `"${HR}"`,
    '"User"',
    '"Group"',
  ),
  fc.constantFrom(
    '"2026-03-01T10:30:00+01:00"',
    '"2026-03-01T09:30:00.1204Z"',
    '"2026-03-01T09:30:00.12Z"',
    '"2026-01-01T00:00:00Z"',
  ),
)
const comparison = (names: string[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...ops), literal).map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => `${name} pr`) },
  )
const logical = (leaf: fc.Arbitrary<string>) =>
  fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc
        .tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree'))
        .map(([left, op, right]) => `(${left} ${op} ${right})`),
      tie('tree').map((inner) => `not (${inner})`),
    ),
  })).tree
const valuePath = (names: string[]) =>
  fc.tuple(fc.constantFrom(...names), logical(comparison(subs))).map(([name, inner]) => `${name}[${inner}]`)

/** Filters, as text, over attributes of these names; `lists` are those that brackets choose from. Not all can be compared. */
export const filtersOver = (names: string[], lists: string[]) =>
  logical(fc.oneof({ weight: 3, arbitrary: comparison(names) }, { weight: 1, arbitrary: valuePath(lists) }))

export const userLists = ['emails', 'roles', 'name', 'devices', `${HR}:devices`, 'tags', 'scores']

/** A document as it comes over the wire: without what is undefined. */
export const clean = (document: object): Document => JSON.parse(JSON.stringify(document)) as Document
