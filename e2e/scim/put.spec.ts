import type { JsonObject } from '@/lib/idp-clients/json'
import type { Scim } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const put = async (scim: Scim, endpoint: string, id: string, body: JsonObject) => {
  const answer = await scim.ask({ method: 'PUT', path: `${endpoint}/${id}`, body }, { status: 200 })
  expect(answer.body, 'the answer of PUT and a read after it').toEqual(await scim.read(endpoint, id))
  return answer.body as JsonObject
}

test('clears what is left out (RFC 7644 §3.5.1)', async ({ scim }) => {
  const { id, userName, meta } = await scim.user({
    displayName: 'Ann',
    title: 'Chief',
    name: { givenName: 'Ann', familyName: 'Berg' },
    emails: [{ value: 'a@x.example' }],
    [ENTERPRISE]: { department: 'Tours' },
  })
  const body = await put(scim, '/Users', id, { userName: userName!, name: { familyName: 'Dahl' } })
  expect(body).toMatchObject({ id, userName, name: { familyName: 'Dahl' }, active: true })
  for (const gone of ['displayName', 'title', 'emails', ENTERPRISE, 'name.givenName'])
    expect(body).not.toHaveProperty(gone.includes(':') ? [gone] : gone)
  expect(body['meta']).toMatchObject({ created: (meta as JsonObject)['created'] })
  expect((body['meta'] as JsonObject)['version']).not.toBe(meta.version)
})

for (const active of [true, false])
  test(`a missing active keeps its value ${active}`, async ({ scim }) => {
    const { id, userName } = await scim.user({ active })
    expect((await put(scim, '/Users', id, { userName: userName! }))['active']).toBe(active)
    expect((await put(scim, '/Users', id, { userName: userName!, active: null }))['active']).toBe(active)
    expect((await put(scim, '/Users', id, { userName: userName!, active: !active }))['active']).toBe(!active)
  })

test('what was read can be put back: nothing changes', async ({ scim }) => {
  const user = await scim.user({
    displayName: 'Ann',
    emails: [{ value: 'a@x.example', primary: true }],
    [ENTERPRISE]: { department: 'Tours' },
  })
  const group = await scim.group({ members: [{ value: user.id }] })
  const read = await scim.read('/Users', user.id)
  expect(await put(scim, '/Users', user.id, read)).toEqual(read)
  const full = await scim.read('/Groups', group.id)
  expect(await put(scim, '/Groups', group.id, full)).toEqual(full)
})

test('needs what a POST needs', async ({ scim }) => {
  const { id } = await scim.user()
  await scim.refused(
    { method: 'PUT', path: `/Users/${id}`, body: { displayName: 'x' } },
    400,
    'invalidValue',
    'userName',
  )
  const group = await scim.group()
  await scim.refused({ method: 'PUT', path: `/Groups/${group.id}`, body: {} }, 400, 'invalidValue', 'displayName')
  await scim.ask({ method: 'PUT', path: '/Users/none', body: { userName: unique('x') } }, { status: 404 })
})

test('of a group: members are replaced; without members they stay; [] and null empty it', async ({ scim }) => {
  const [ann, bo] = [await scim.user(), await scim.user()]
  const { id, displayName: name } = await scim.group({ members: [{ value: ann.id }], externalId: 'x' })
  const displayName = name!
  const members = async (body: JsonObject) =>
    (((await put(scim, '/Groups', id, body))['members'] ?? []) as { value: string }[]).map(({ value }) => value)
  expect(await members({ displayName, members: [{ value: bo.id }] })).toEqual([bo.id])
  expect(await members({ displayName: `${String(displayName)} 2` })).toEqual([bo.id])
  expect(await scim.read('/Groups', id)).not.toHaveProperty('externalId')
  expect(await members({ displayName, members: [] })).toEqual([])
  expect(await members({ displayName, members: [{ value: ann.id }, { value: bo.id }] })).toHaveLength(2)
  expect(await members({ displayName, members: null })).toEqual([])
})
