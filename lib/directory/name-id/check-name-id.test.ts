import { expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { insertLog } from '@/lib/testing/portal-rows'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchUser } from '../change-user'
import { createGroup } from '../create-group'
import { createUser } from '../create-user'
import { deleteUser } from '../delete-user'
import { checkNameId } from './check-name-id'

useDatabase()

const make = async (provider: Provider, body: object) =>
  ((await createUser(scimCall(provider, 'POST', '/Users', body))).body as { id: string }).id
const set = (provider: Provider, id: string, path: string, value: unknown) =>
  patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations: [{ op: 'replace', path, value }] }), id)

async function company() {
  const provider = await makeProvider()
  const ann = await make(provider, {
    userName: 'Ann@old.example',
    externalId: '00u1',
    emails: [{ value: 'A.Lee@x.example' }],
  })
  const bob = await make(provider, { userName: 'bob' })
  return { provider, ann, bob }
}
const check = async (provider: Provider, nameId: string) => {
  const { users, differs, refused } = await checkNameId([provider.id], nameId)
  return { fits: users.map(({ how, id }) => [how, id]), differs, users, refused }
}

test.each([
  ['Ann@old.example', []],
  ['ann@OLD.example', ['case']],
  [' Ann@old.example\n', ['blanks']],
  ['\tann@old.example', ['case', 'blanks']],
])('%j is found, and what counts as equal is said', async (nameId, differs) => {
  const { provider, ann } = await company()
  await make(provider, { userName: 'ann@new.example' })
  expect(await check(provider, nameId)).toMatchObject({ fits: [['name', ann]], differs })
})

test.each([
  ['ann@new.example', 'domain', 'ann'],
  ['ANN', 'domain', 'ann'],
  ['bob@x.example', 'short', 'bob'],
  ['a.lee@X.example', 'email', 'ann'],
  ['00u1', 'externalId', 'ann'],
] as const)('%s: nobody of that name, but %s', async (nameId, how, who) => {
  const there = await company()
  expect(await check(there.provider, nameId)).toMatchObject({ fits: [[how, there[who]]], differs: [] })
})

test.each(['zoe@x.example', 'an@old.example', 'annA@old.example', '%', 'ann@old.exampl'])(
  '%s comes near nobody, or only by its domain',
  async (nameId) => {
    const { provider } = await company()
    const { fits } = await check(provider, nameId)
    expect(fits.filter(([how]) => how !== 'domain')).toEqual([])
    expect(fits).toHaveLength(nameId.startsWith('ann@') ? 1 : 0)
  },
)

test('the found one has groups and, where inactive, since when and by which call', async () => {
  const { provider, ann } = await company()
  for (let n = 0; n < 14; n++)
    await createGroup(
      scimCall(provider, 'POST', '/Groups', {
        displayName: `G${String(n).padStart(2, '0')}`,
        members: [{ value: ann }],
      }),
    )
  expect((await check(provider, 'ann@old.example')).users[0]).toMatchObject({
    active: true,
    groupsInAll: 14,
    endedAt: null,
  })
  await set(provider, ann, 'active', false)
  const [found] = (await check(provider, 'ann@old.example')).users
  expect(found).toMatchObject({
    active: false,
    endedAt: expect.any(Date) as Date,
    endedRequest: expect.any(String) as string,
  })
  expect(found?.groups.map(({ name }) => name)).toEqual(
    [...Array(12).keys()].map((n) => `G${String(n).padStart(2, '0')}`),
  )
})

test('a former name, a tombstone, a deleted user and a refused call are found by the log', async () => {
  const { provider, ann, bob } = await company()
  await set(provider, ann, 'userName', 'lee@other.example')
  expect((await check(provider, 'ann@old.example')).users).toMatchObject([
    { how: 'formerly', id: ann, userName: 'lee@other.example', lastRealName: null },
  ])
  const mark = `${'0123456789abcdef'.repeat(2)}lee@other.example`
  await set(provider, ann, 'userName', mark)
  expect((await check(provider, 'lee@other.example')).users).toMatchObject([
    { how: 'formerly', id: ann, userName: mark, lastRealName: 'lee@other.example' },
  ])
  await deleteUser(scimCall(provider, 'DELETE', `/Users/${bob}`), bob)
  expect((await check(provider, 'BOB')).users).toMatchObject([
    { how: 'deleted', id: bob, userName: 'bob', active: false, endedAt: expect.any(Date) as Date },
  ])
  const refused = await insertLog(provider.id, {
    entityName: 'eve@x.example',
    action: 'refused',
    status: 400,
    detail: 'no',
  })
  expect(await check(provider, 'eve@x.example')).toMatchObject({ fits: [], refused: { id: refused, status: 400 } })
})

test('only the chosen providers are looked at', async () => {
  const { provider, ann } = await company()
  const other = await makeProvider()
  const twin = await make(other, { userName: 'ann@old.example' })
  expect((await check(other, 'ann@old.example')).fits).toEqual([['name', twin]])
  const both = await checkNameId([provider.id, other.id], 'ann@old.example')
  expect(both.users.map(({ id }) => id).sort()).toEqual([ann, twin].sort())
  expect((await checkNameId([], 'ann@old.example')).users).toEqual([])
})
