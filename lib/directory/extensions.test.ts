import { describe, expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { extensions, HR, TEAM } from '@/lib/testing/extensions'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchGroup, replaceGroup } from './change-group'
import { patchUser, replaceUser } from './change-user'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { getGroup, listGroups } from './read-groups'
import { getUser, listUsers } from './read-users'

useDatabase()

interface Shown {
  id: string
  userName: string
  schemas: string[]
  meta: { version: string }
  [HR]?: object
  [TEAM]?: object
}
const shown = (answer: { body?: object }) => answer.body as Shown
const makeExtended = () => makeProvider({ extensions })
const post = async (provider: Provider, userName: string, hr?: object) =>
  shown(await createUser(scimCall(provider, 'POST', '/Users', { userName, ...(hr && { [HR]: hr }) })))
const patch = async (provider: Provider, id: string, ...Operations: object[]) =>
  shown(await patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id))
const found = async (provider: Provider, query: string) =>
  (
    (await listUsers(scimCall(provider, 'GET', `/Users?${query}`))).body as unknown as { Resources: Shown[] }
  ).Resources.map(({ userName }) => userName)

test('users: stored, answered in the order of the schema, replaced, patched', async () => {
  const provider = await makeExtended()
  const made = await post(provider, 'ann', { level: 3, costCode: 'A1', salary: 9, code: 'c' })
  expect(made.schemas).toContain(HR)
  // On request alone, unless the client said it just now (RFC 7643 §7).
  expect(Object.keys(made[HR]!)).toEqual(['costCode', 'level', 'salary', 'code'])
  const get = async (query: string) => shown(await getUser(scimCall(provider, 'GET', `/Users/x${query}`), made.id))
  expect(Object.keys((await get(''))[HR]!)).toEqual(['costCode', 'level', 'code'])
  expect(await get('?attributes=userName,salary')).toMatchObject({ [HR]: { salary: 9, code: 'c' } })
  expect((await get(`?excludedAttributes=${HR}`))[HR]).toEqual({ code: 'c' })
  const patched = await patch(provider, made.id, { op: 'add', path: `${HR}:contract`, value: 'C1' })
  expect(patched[HR]).toEqual({ costCode: 'A1', level: 3, contract: 'C1', code: 'c' })
  const put = async (hr: object) =>
    shown(await replaceUser(scimCall(provider, 'PUT', '/Users/x', { userName: 'ann', [HR]: hr }), made.id))
  expect((await put({ level: 4 }))[HR]).toEqual({ level: 4, contract: 'C1' })
  await expect(put({ contract: 'C2' })).rejects.toMatchObject({ scimType: 'mutability' })
})

describe('filters and sorting', () => {
  const people: [string, object][] = [
    [
      'ann',
      { costCode: 'Ab-1', badge: 'X', level: 10, hired: '2026-03-01T00:00:00Z', remote: true, tags: ['Red', 'b'] },
    ],
    [
      'bob',
      {
        costCode: 'ab-2',
        badge: 'x',
        level: 9,
        hired: '2026-02-01T00:00:00Z',
        devices: [{ value: 'd', ports: [1, 2] }],
      },
    ],
    ['cid', { weight: 0.5, desk: { floor: 2, keys: ['k1'] }, remote: false, tags: ['blue'] }],
  ]
  test.each<[string, string[]]>([
    [`filter=${HR}:costCode eq "AB-1"`, ['ann']],
    [`filter=${HR}:costCode sw "ab"`, ['ann', 'bob']],
    [`filter=${HR}:costCode co "-2"`, ['bob']],
    ['filter=costCode pr', ['ann', 'bob']],
    [`filter=${HR}:badge eq "x"`, ['bob']],
    [`filter=${HR}:level gt 9`, ['ann']],
    [`filter=${HR}:weight le 0.5`, ['cid']],
    [`filter=${HR}:hired ge "2026-03-01T01:00:00%2B01:00"`, ['ann']],
    [`filter=${HR}:remote eq false`, ['cid']],
    [`filter=${HR}:tags eq "RED"`, ['ann']],
    [`filter=${HR}:tags[value sw "b"]`, ['ann', 'cid']],
    [`filter=${HR}:desk.floor eq 2`, ['cid']],
    [`filter=${HR}:desk.keys eq "K1"`, ['cid']],
    [`filter=${HR}:devices[value eq "d" and ports eq 2]`, ['bob']],
    [`filter=${HR}:devices.ports gt 2`, []],
    [`filter=schemas eq "${HR}" and not (${HR}:level pr)`, ['cid']],
    [`sortBy=${HR}:level`, ['bob', 'ann', 'cid']],
    [`sortBy=${HR}:badge`, ['ann', 'bob', 'cid']],
    [`sortBy=${HR}:hired&sortOrder=descending`, ['cid', 'ann', 'bob']],
    [`sortBy=${HR}:tags`, ['cid', 'ann', 'bob']],
    [`sortBy=${HR}:desk.keys&sortOrder=descending`, ['ann', 'bob', 'cid']],
    [`sortBy=${HR}:devices.ports`, ['bob', 'ann', 'cid']],
  ])('%s', async (query, names) => {
    const provider = await makeExtended()
    for (const [name, hr] of people) await post(provider, name, hr)
    const asked = new URLSearchParams(query.replaceAll('%2B', '%2B').replace(/&(?!sort)/g, '%26'))
    expect(await found(provider, String(asked))).toEqual(names)
  })
  test.each([
    [`filter=${HR}:level eq "9"`, 'without quotes'],
    [`filter=${HR}:pin eq "1"`, 'never stored'],
    [`filter=${HR}:nothing pr`, 'nothing'],
    [`filter=${HR}:desk eq "x"`, 'desk.floor'],
    [`sortBy=${HR}:pin`, 'pin'],
  ])('%s is refused', async (query, detail) => {
    const provider = await makeExtended()
    await expect(found(provider, query)).rejects.toMatchObject({ status: 400, detail: expect.stringContaining(detail) })
  })
  test('another provider knows nothing of them', async () => {
    const provider = await makeProvider()
    await expect(found(provider, `filter=${HR}:level eq 9`)).rejects.toMatchObject({ scimType: 'invalidFilter' })
    const made = await post(provider, 'ann', { level: 9 })
    expect(made[HR]).toBeUndefined()
  })
})

test('groups: what is required, members of the schema’s own, filters', async () => {
  const provider = await makeExtended()
  const create = (team: object, name = 'g') =>
    createGroup(scimCall(provider, 'POST', '/Groups', { displayName: name, [TEAM]: team }))
  await expect(create({ budget: 1 })).rejects.toMatchObject({ scimType: 'invalidValue' })
  const { id } = shown(await create({ code: 'T1', budget: 7.5 }))
  const group = async () => shown(await getGroup(scimCall(provider, 'GET', `/Groups/${id}`), id))
  const change = (Operations: object[]) => patchGroup(scimCall(provider, 'PATCH', `/Groups/${id}`, { Operations }), id)
  await change([{ op: 'add', path: `${TEAM}:members`, value: ['m'] }])
  await change([{ op: 'add', path: 'members', value: [{ value: 'nobody' }] }])
  expect(await group()).toMatchObject({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group', TEAM],
    members: [{ value: 'nobody' }],
    [TEAM]: { code: 'T1', budget: 7.5, members: ['m'] },
  })
  for (const filter of [`${TEAM}:budget gt 7`, `${TEAM}:members eq "M"`, 'code eq "t1"', 'members eq "nobody"']) {
    const { body } = await listGroups(scimCall(provider, 'GET', `/Groups?filter=${encodeURIComponent(filter)}`))
    expect(body, filter).toMatchObject({ totalResults: 1 })
  }
  await replaceGroup(scimCall(provider, 'PUT', `/Groups/${id}`, { displayName: 'g' }), id)
  expect((await group())[TEAM]).toBeUndefined()
})
