import fc from 'fast-check'
import { expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { userColumnNames, userColumnValues } from '@/lib/directory/user-columns'
import {
  type Document,
  ENTERPRISE_URN,
  type Filter,
  ScimError,
  USER_URN,
  checkFilter,
  evaluateFilter,
  foldName,
  parseFilter,
  printFilter,
} from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { extended, HR } from '@/lib/testing/extensions'
import { makeProvider } from '@/lib/testing/scim-calls'
import { compileFilter } from './compile-filter'
import { userTargets } from './user-targets'

useDatabase()

const registry = extended

const words = [
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
const documents = fc.record({
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

const paths = [
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
const subs = ['value', 'type', 'display', 'primary', 'ports', 'since']
const ops = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']
const literal = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom('true', 'false', 'null', '0', '1', '1.5', '-2', '"True"', `"${USER_URN}"`, `"${HR}"`, '"User"'),
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
const valuePath = fc
  .tuple(
    fc.constantFrom('emails', 'roles', 'name', 'devices', `${HR}:devices`, 'tags', 'scores'),
    logical(comparison(subs)),
  )
  .map(([name, inner]) => `${name}[${inner}]`)
const filters = logical(fc.oneof({ weight: 3, arbitrary: comparison(paths) }, { weight: 1, arbitrary: valuePath }))

const clean = (document: object): Document => JSON.parse(JSON.stringify(document)) as Document

test('SQL and the evaluator in memory choose the same users', async () => {
  const provider = await makeProvider()
  const people = fc.sample(documents, { numRuns: 80, seed: 42 }).map((document, index) => ({
    id: uuidv7(),
    document: clean({ userName: `${words[index % words.length]}${index}`, ...document }),
  }))
  const at = new Date('2026-03-01T09:30:00.120Z')
  for (const { id, document } of people)
    await query(sql`insert into users (id, provider_id, created_at, created_request, updated_at, updated_request,
        user_name_key, ${userColumnNames})
      select ${id}::uuid, ${provider.id}::uuid, ${at}::timestamptz, ${id}::uuid, ${at}::timestamptz, ${id}::uuid,
        ${foldName(String(document.userName))}::text, ${userColumnValues(registry, document)}`)
  const whole = people.map(({ id, document }) => ({
    ...document,
    id,
    schemas: [USER_URN, ...Object.keys(document).filter((name) => name.startsWith('urn:'))],
    meta: { resourceType: 'User', created: at.toISOString(), lastModified: at.toISOString() },
  }))
  let compared = 0
  await fc.assert(
    fc.asyncProperty(filters, async (text) => {
      const filter: Filter = parseFilter(text)
      let expected: string[]
      try {
        checkFilter(registry, ['User'], filter)
        expected = whole.filter((each) => evaluateFilter(registry, 'User', filter, each)).map((each) => each.id)
      } catch (error) {
        if (error instanceof ScimError) return
        throw error
      }
      const found = await query<{ id: string }>(sql`select id from users
        where ${compileFilter(filter, userTargets(registry))} order by id`)
      expect(
        found.map((row) => row.id),
        printFilter(filter),
      ).toEqual(expected)
      compared++
    }),
    { numRuns: 600, seed: 7 },
  )
  expect(compared).toBeGreaterThan(150)
}, 120_000)

test.each([
  ['nope eq "x"', 'nope'],
  ['password eq "x"', 'password'],
  ['password pr', 'password'],
  ['emails[nope eq "x"]', 'nope'],
  ['meta.location eq "x"', 'meta.location'],
  ['groups.$ref eq "x"', 'groups.$ref'],
])('%s is refused and named', (text, name) => {
  const compile = () => compileFilter(parseFilter(text), userTargets(registry))
  expect(compile).toThrow(expect.objectContaining({ scimType: 'invalidFilter', status: 400 }) as Error)
  expect(compile).toThrow(name)
})
