import type { JsonObject } from '@/lib/idp-clients/json'
import { type Made, type Operation, type Scim, patchOf } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const values = (group: JsonObject) => ((group['members'] ?? []) as { value: string }[]).map(({ value }) => value).sort()
const three = async (scim: Scim) =>
  (await Promise.all([scim.user({ displayName: 'Ann' }), scim.user(), scim.user()])) as [Made, Made, Made]

/** Operations on a group of ann and bo, and who is in afterwards. */
const cases: [string, (a: string, b: string, c: string) => Operation[], string][] = [
  ['add', (_a, _b, c) => [{ op: 'add', path: 'members', value: [{ value: c }] }], 'abc'],
  ['add of one who is in', (a) => [{ op: 'add', path: 'members', value: [{ value: a }] }], 'ab'],
  ['add of one object', (_a, _b, c) => [{ op: 'add', path: 'members', value: { value: c } }], 'abc'],
  ['add of bare texts', (_a, _b, c) => [{ op: 'add', path: 'members', value: [c] }], 'abc'],
  [
    'add with keys that nobody needs',
    (_a, _b, c) => [
      { op: 'Add', path: 'Members', value: [{ value: c, $ref: null, display: 'x', displayName: 'y', type: 'User' }] },
    ],
    'abc',
  ],
  ['add without a path', (_a, _b, c) => [{ op: 'add', value: { members: [{ value: c }] } }], 'abc'],
  ['replace without a path', (_a, _b, c) => [{ op: 'replace', value: { members: [{ value: c }] } }], 'c'],
  ['replace', (_a, b, c) => [{ op: 'replace', path: 'members', value: [{ value: b }, { value: c }] }], 'bc'],
  ['replace with nobody', () => [{ op: 'replace', path: 'members', value: [] }], ''],
  ['remove by a value path', (a) => [{ op: 'remove', path: `members[value eq "${a}"]` }], 'b'],
  [
    'remove by a value path with or',
    (a, b) => [{ op: 'remove', path: `members[value eq "${a}" or value eq "${b}"]` }],
    '',
  ],
  ['remove of one who is not in', (_a, _b, c) => [{ op: 'remove', path: `members[value eq "${c}"]` }], 'ab'],
  [
    'remove by a list',
    (a, _b, c) => [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: a } as never, { value: c }] }],
    'b',
  ],
  ['remove by an empty list removes nobody', () => [{ op: 'remove', path: 'members', value: [] }], 'ab'],
  ['remove of all', () => [{ op: 'remove', path: 'members' }], ''],
  [
    'remove then add of one',
    (a) => [
      { op: 'remove', path: `members[value eq "${a}"]` },
      { op: 'add', path: 'members', value: [{ value: a }] },
    ],
    'ab',
  ],
  [
    'add then remove of one',
    (_a, _b, c) => [
      { op: 'add', path: 'members', value: [{ value: c }] },
      { op: 'remove', path: `members[value eq "${c}"]` },
    ],
    'ab',
  ],
  [
    'replace then add',
    (a, _b, c) => [
      { op: 'replace', path: 'members', value: [{ value: c }] },
      { op: 'add', path: 'members', value: [{ value: a }] },
    ],
    'ac',
  ],
  [
    'remove all then add',
    (_a, _b, c) => [
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: c }] },
    ],
    'c',
  ],
  [
    'a rename goes along',
    (_a, _b, c) => [
      { op: 'replace', path: 'externalId', value: 'renamed' },
      { op: 'add', path: 'members', value: [{ value: c }] },
    ],
    'abc',
  ],
]
for (const [name, operations, left] of cases)
  test(name, async ({ scim }) => {
    const [ann, bo, cy] = await three(scim)
    const group = await scim.group({ members: [{ value: ann.id }, { value: bo.id }] })
    const patched = await scim.patchGroup(group.id, ...operations(ann.id, bo.id, cy.id))
    const ids: Record<string, string> = { a: ann.id, b: bo.id, c: cy.id }
    expect(values(patched)).toEqual([...left].map((letter) => ids[letter]).sort())
    const changed = left !== 'ab' || name.includes('rename')
    if (name.startsWith('remove then') || name.startsWith('add then')) return
    expect(patched.meta.version !== group.meta.version, 'the version moves only with a change').toBe(changed)
  })

test('answers: 204 with ETag, or 200 with the resource when attributes are asked for', async ({ scim }) => {
  const user = await scim.user()
  const { id } = await scim.group()
  const add = patchOf(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: user.id }] })
  const { headers } = await scim.ask(add, { status: 204 })
  expect(headers['etag']).toBe((await scim.read('/Groups', id)).meta.version)
  await scim.ask(
    { ...add, path: `/Groups/${id}?attributes=members` },
    { status: 200, body: { members: [{ value: user.id }] } },
  )
  const { body } = await scim.ask({ ...add, path: `/Groups/${id}?excludedAttributes=members` }, { status: 200 })
  expect(body).not.toHaveProperty('members')
})

test('members show type, $ref and the name of today, not what was sent', async ({ scim }) => {
  const user = await scim.user({ displayName: 'Ann' })
  const nameless = await scim.user()
  const inner = await scim.group()
  const group = await scim.group({
    members: [{ value: user.id, display: 'Somebody', type: 'Group' }, { value: inner.id }, { value: nameless.id }],
  })
  await scim.patchUser(user.id, { op: 'replace', path: 'displayName', value: 'Anna' })
  const { members } = (await scim.read('/Groups', group.id)) as unknown as { members: JsonObject[] }
  expect(members).toEqual(
    expect.arrayContaining([
      { value: user.id, type: 'User', display: 'Anna', $ref: user.meta.location },
      { value: inner.id, type: 'Group', display: inner['displayName'], $ref: inner.meta.location },
      { value: nameless.id, type: 'User', display: nameless['userName'], $ref: nameless.meta.location },
    ]),
  )
})

test('an unknown member is kept, without a type, and found', async ({ scim }) => {
  const stranger = unique('stranger')
  const user = await scim.user()
  const group = await scim.group({ members: [{ value: stranger }] })
  expect(group['members']).toEqual([{ value: stranger }])
  const more = unique('stranger')
  const patched = await scim.patchGroup(group.id, {
    op: 'add',
    path: 'members',
    value: [{ value: user.id }, { value: more }],
  })
  expect(values(patched)).toEqual([stranger, more, user.id].sort())
  expect(await scim.find('/Groups', `members eq "${more}"`)).toEqual([group.id])
  const less = await scim.patchGroup(group.id, { op: 'remove', path: `members[value eq "${more}"]` })
  expect(values(less)).toEqual([stranger, user.id].sort())
  const replaced = await scim.patchGroup(group.id, { op: 'replace', path: 'members', value: [{ value: user.id }] })
  expect(values(replaced)).toEqual([user.id])
})

test('groups of a user: direct and nested, and cycles end', async ({ scim }) => {
  const user = await scim.user()
  const inner = await scim.group({ members: [{ value: user.id }] })
  const outer = await scim.group({ members: [{ value: inner.id }] })
  const groups = async () => (await scim.read('/Users', user.id))['groups']
  const direct = { value: inner.id, display: inner['displayName'], type: 'direct', $ref: inner.meta.location }
  const indirect = { value: outer.id, display: outer['displayName'], type: 'indirect', $ref: outer.meta.location }
  expect(await groups()).toEqual(expect.arrayContaining([direct, indirect]))
  await scim.patchGroup(inner.id, { op: 'add', path: 'members', value: [{ value: outer.id }, { value: inner.id }] })
  expect(await groups()).toHaveLength(2)
  await scim.patchGroup(outer.id, { op: 'remove', path: 'members' })
  expect(((await groups()) as JsonObject[]).map(({ type }) => type)).toEqual(['direct'])
})

test('deleting a user takes it out of its groups, which get a new version', async ({ scim }) => {
  const user = await scim.user()
  const group = await scim.group({ members: [{ value: user.id }] })
  await scim.ask({ method: 'DELETE', path: `/Users/${user.id}` }, { status: 204 })
  const after = await scim.read('/Groups', group.id)
  expect(values(after)).toEqual([])
  expect(after.meta.version).not.toBe(group.meta.version)
})

test('deleting a group leaves its users, without the group', async ({ scim }) => {
  const user = await scim.user()
  const { id } = await scim.group({ members: [{ value: user.id }] })
  await scim.ask({ method: 'DELETE', path: `/Groups/${id}` }, { status: 204 })
  await scim.ask({ method: 'DELETE', path: `/Groups/${id}` }, { status: 404 })
  expect((await scim.read('/Users', user.id))['groups'] ?? []).toEqual([])
})

test('an inactive user stays a member', async ({ scim }) => {
  const user = await scim.user()
  const { id } = await scim.group({ members: [{ value: user.id }] })
  await scim.patchUser(user.id, { op: 'replace', path: 'active', value: false })
  expect(values(await scim.read('/Groups', id))).toEqual([user.id])
})

test('members of another provider are unknown here', async ({ scim, other }) => {
  const foreign = await other.user()
  const { id } = await scim.group({ members: [{ value: foreign.id }] })
  expect((await scim.read('/Groups', id))['members']).toEqual([{ value: foreign.id }])
})

test('a large group goes through in one call, and out again one operation each', async ({ scim }) => {
  const strangers = Array.from({ length: 5_000 }, (_, index) => `s${index}`)
  const { id } = await scim.group({ members: strangers.map((value) => ({ value })) })
  expect(values(await scim.read('/Groups', id))).toHaveLength(5_000)
  const removed = strangers.map((value) => ({ op: 'remove', path: `members[value eq "${value}"]` }))
  expect(values(await scim.patchGroup(id, ...removed))).toEqual([])
})

test.describe('refused', () => {
  const refused: [string, Operation, string][] = [
    ['a member without a value', { op: 'add', path: 'members', value: [{ display: 'Ann' }] }, 'invalidValue'],
    ['a member that is a number', { op: 'add', path: 'members', value: [17] }, 'invalidValue'],
    ['removing displayName', { op: 'remove', path: 'displayName' }, 'mutability'],
    ['an empty displayName', { op: 'replace', path: 'displayName', value: '' }, 'invalidValue'],
    ['an unknown path', { op: 'replace', path: 'shoeSize', value: 'x' }, 'invalidPath'],
  ]
  for (const [name, operation, scimType] of refused)
    test(name, async ({ scim }) => {
      const { id } = await scim.group()
      await scim.refused(patchOf(`/Groups/${id}`, operation), 400, scimType)
    })
})
