import { resourcesOf, type JsonObject } from '@/lib/idp-clients/json'
import { absent, exactly } from '@/lib/idp-clients/match'
import { ENTERPRISE, GROUP, USER } from '@/lib/idp-clients/urns'
import { Scim, patchOf } from './client'
import { expect, test as base } from './fixture'
import { extended, origin, suite, unique } from './server'

const HR = 'urn:example:hr:2.0:User'
const TEAM = 'urn:example:team:2.0:Group'

/** `hr` talks to a provider with extension schemas. */
const test = base.extend<{ hr: Scim }>({
  hr: async ({}, use) => {
    const hr = new Scim(extended())
    await use(hr)
    await hr.cleanUp()
  },
})

test('discovery tells of them, also one by one; other providers and callers without a token hear nothing', async ({
  hr,
  scim,
}) => {
  const types = resourcesOf((await hr.get('/ResourceTypes', { status: 200 })).body)
  const listed = (id: string) => types.find((type) => type['id'] === id)?.['schemaExtensions']
  const optional = (...urns: string[]) => urns.map((schema) => ({ schema, required: false }))
  expect(listed('User')).toEqual(optional(ENTERPRISE, HR))
  expect(listed('Group')).toEqual(optional(TEAM))
  const user = await hr.get('/ResourceTypes/User', { status: 200 })
  expect(user.body).toEqual(types.find((type) => type['id'] === 'User'))

  const schemas = resourcesOf((await hr.get('/Schemas', { status: 200 })).body)
  expect(schemas.map(({ id }) => id)).toEqual([USER, GROUP, ENTERPRISE, HR, TEAM])
  const one = await hr.get(`/Schemas/${HR}`, { status: 200 })
  expect(one.body).toEqual(schemas.find(({ id }) => id === HR))
  const attributes = (one.body as { attributes: JsonObject[] }).attributes
  const named = (name: string) => attributes.find((attribute) => attribute['name'] === name)
  expect(named('contract')).toMatchObject({ mutability: 'immutable', caseExact: true, uniqueness: 'none' })
  expect(named('pin')).toMatchObject({ mutability: 'writeOnly', returned: 'never' })
  expect(named('devices')).toMatchObject({ type: 'complex', multiValued: true })

  await scim.get(`/Schemas/${HR}`, { status: 404 })
  for (const slug of [extended().slug, suite.slug]) {
    const told = await fetch(`${origin}/scim/${slug}/v2/Schemas`)
    expect(resourcesOf((await told.json()) as JsonObject).map(({ id }) => id)).toEqual([USER, GROUP, ENTERPRISE])
    expect((await fetch(`${origin}/scim/${slug}/v2/Schemas/${HR}`)).status).toBe(404)
  }
})

test('values are stored, answered, found, sorted by and projected', async ({ hr }) => {
  const tag = unique('tag')
  const make = (level: number, more: object = {}) =>
    hr.user({ schemas: [USER, HR], [HR]: { level, tags: [tag], ...more } })
  const [low, high] = [await make(2, { costCode: 'Ab', salary: 9.5, pin: '1234' }), await make(10, { remote: true })]
  expect(low['schemas']).toEqual([USER, HR])
  // Said by the client just now (RFC 7643 §7, returned: request); never what is never returned.
  expect(low[HR]).toEqual({ costCode: 'Ab', level: 2, tags: [tag], salary: 9.5 })
  const read = await hr.get(`/Users/${low.id}`, { status: 200, body: { [HR]: { salary: absent, pin: absent } } })
  expect((read.body as JsonObject)[HR]).toEqual({ costCode: 'Ab', level: 2, tags: [tag] })
  const salary = await hr.get(`/Users/${low.id}?attributes=${HR}:salary`, { status: 200 })
  expect((salary.body as JsonObject)[HR]).toEqual({ salary: 9.5 })
  const without = await hr.get(`/Users/${low.id}?excludedAttributes=${HR}:tags,costCode`, { status: 200 })
  expect((without.body as JsonObject)[HR]).toEqual({ level: 2 })

  const mine = `${HR}:tags eq "${tag.toUpperCase()}"`
  expect(await hr.find('/Users', mine, `&sortBy=${HR}:level`)).toEqual([low.id, high.id])
  expect(await hr.find('/Users', mine, `&sortBy=${HR}:level&sortOrder=descending`)).toEqual([high.id, low.id])
  for (const [filter, ids] of [
    [`${HR}:level gt 2`, [high.id]],
    [`${HR}:costCode eq "aB"`, [low.id]],
    ['costCode sw "A"', [low.id]],
    [`${HR}:remote eq true`, [high.id]],
    [`not (${HR}:remote pr)`, [low.id]],
    [`schemas eq "${HR}"`, [low.id, high.id]],
  ] as const)
    expect(await hr.find('/Users', `${mine} and ${filter}`), filter).toEqual(ids)
})

test('PATCH reaches them by URN, dotted and value paths', async ({ hr }) => {
  const { id } = await hr.user()
  const devices = [{ value: 'd1', type: 'phone' }]
  await hr.patchUser(id, { op: 'add', value: { [HR]: { level: 1, devices } } })
  const patched = await hr.patchUser(
    id,
    { op: 'replace', path: `${HR}:level`, value: 3 },
    { op: 'replace', path: `${HR}:devices[type eq "phone"].since`, value: '2026-03-01T10:00:00+01:00' },
    { op: 'add', path: `${HR}:devices`, value: [{ value: 'd2', type: 'laptop' }] },
    { op: 'add', path: `${HR}:contract`, value: 'C1' },
  )
  expect(patched[HR]).toEqual({
    level: 3,
    contract: 'C1',
    devices: [
      { value: 'd1', type: 'phone', since: '2026-03-01T09:00:00.000Z' },
      { value: 'd2', type: 'laptop' },
    ],
  })
  expect(await hr.find('/Users', `${HR}:devices[type eq "phone" and since lt "2026-03-01T09:00:01Z"]`)).toContain(id)
})

test('what does not fit is refused, and what is read-only ignored', async ({ hr }) => {
  const user = { schemas: [USER, HR], userName: unique('x') }
  const refused = (hrValue: object, detail: string) =>
    hr.refused(
      { method: 'POST', path: '/Users', body: { ...user, [HR]: hrValue } as JsonObject },
      400,
      'invalidValue',
      detail,
    )
  await refused({ level: 'three' }, 'level must be a whole number')
  await refused({ hired: 'yesterday' }, 'hired must be a date')
  await refused({ remote: 1 }, 'remote must be true or false')
  await refused({ devices: [7] }, 'devices')
  const { id, [HR]: made } = await hr.user({ [HR]: { contract: 'C1', rank: 'x' } })
  expect(made).toEqual({ contract: 'C1' })
  const patch = (path: string, value: string) => patchOf(`/Users/${id}`, { op: 'replace', path, value })
  await hr.refused(patch(`${HR}:contract`, 'C2'), 400, 'mutability', 'set once')
  await hr.refused(patch(`${HR}:rank`, 'x'), 400, 'mutability', 'read-only')
  await hr.refused(patch(`${HR}:unknown`, 'x'), 400, 'invalidPath', 'unknown')
  for (const filter of [`${HR}:level eq "3"`, `${HR}:pin eq "1"`, `${HR}:unknown pr`])
    await hr.refused({ method: 'GET', path: `/Users?filter=${encodeURIComponent(filter)}` }, 400, 'invalidFilter')
})

test('groups have theirs, with what they require, apart from their members', async ({ hr }) => {
  const displayName = unique('Team')
  const body = { schemas: [GROUP, TEAM], displayName, [TEAM]: { members: ['m'] } }
  await hr.refused({ method: 'POST', path: '/Groups', body }, 400, 'invalidValue', `${TEAM}:code`)
  const { id } = await hr.group({ displayName, [TEAM]: { code: 'T1' } })
  const group = await hr.patchGroup(id, { op: 'add', path: `${TEAM}:members`, value: ['m'] })
  expect(group).toMatchObject({ schemas: [GROUP, TEAM], [TEAM]: { code: 'T1', members: ['m'] } })
  expect(await hr.find('/Groups', `${TEAM}:members eq "m" and displayName eq "${displayName}"`)).toEqual([id])
})

test('another provider ignores them', async ({ scim }) => {
  const made = await scim.user({ schemas: [USER, HR], [HR]: { level: 1 } })
  expect(made[HR]).toBeUndefined()
  await scim.get(`/Users/${made.id}`, { status: 200, body: { schemas: exactly(USER) } })
})
