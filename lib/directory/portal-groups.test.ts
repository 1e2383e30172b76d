import { expect, test } from 'vitest'
import { parseFilter, sharedRegistry } from '@/lib/scim'
import { collect } from '@/lib/testing/collect'
import { useDatabase } from '@/lib/testing/database'
import { insertGroup, insertProvider, insertUser } from '@/lib/testing/portal-rows'
import { directoryCounts, hasAny } from './portal-counts'
import { deletedDetails, groupDetails, userDetails } from './portal-details'
import { allGroups, searchGroups, type UserNameTerm } from './portal-groups'

useDatabase()

async function company() {
  const { id: okta } = await insertProvider('okta')
  const { id: entra } = await insertProvider('entra')
  const ann = await insertUser(okta, { userName: 'Ann@contoso.example' })
  const bob = await insertUser(okta, { userName: 'bob@contoso.example', active: false })
  const team = await insertGroup(okta, { displayName: 'Team', users: [ann, bob], externalId: '00g1' })
  const staff = await insertGroup(okta, { displayName: 'Staff', users: [ann], groups: [team] })
  await insertGroup(okta, { displayName: 'Empty' })
  await insertGroup(entra, { displayName: 'Team' })
  return { okta, entra, ann, team, staff }
}

async function names(providerIds: string[], filter?: string, userName?: UserNameTerm) {
  const search = {
    providerIds,
    registry: sharedRegistry,
    ...(filter && { filter: parseFilter(filter) }),
    ...(userName && { userName }),
    sort: { column: 'name' as const, descending: false },
  }
  const { groups, total } = await searchGroups({ ...search, page: 1, rows: 10 })
  expect(total).toBe(groups.length)
  const all = await allGroups(search)
  expect({ ...all, chunks: await collect(all.chunks) }).toEqual({ total, chunks: groups })
  return groups.map(({ displayName, total, active }) => `${displayName} ${active}/${total}`)
}

test('groups with their totals', async () => {
  const { okta, entra } = await company()
  expect(await names([okta])).toEqual(['Empty 0/0', 'Staff 1/2', 'Team 1/2'])
  expect(await names([okta, entra], 'displayName eq "TEAM"')).toHaveLength(2)
  expect(await names([okta], 'displayName sw "t" and externalId eq "00g1"')).toEqual(['Team 1/2'])
})

test('parts of the documents come with the rows', async () => {
  const { okta } = await company()
  const search = { providerIds: [okta], registry: sharedRegistry, sort: { column: 'name' as const, descending: true } }
  const { groups } = await searchGroups({ ...search, keys: ['externalId'], page: 1, rows: 10 })
  expect(groups.map(({ document }) => document)).toEqual([
    { externalId: '00g1' },
    { externalId: null },
    { externalId: null },
  ])
  expect(await collect((await allGroups({ ...search, keys: ['externalId'] })).chunks)).toEqual(groups)
})

test.each<[UserNameTerm, string[]]>([
  [{ op: 'is', text: 'bob@contoso.example' }, ['Staff 1/2', 'Team 1/2']],
  [{ op: 'is', text: 'bob' }, []],
  [{ op: 'startsWith', text: 'bob' }, ['Staff 1/2', 'Team 1/2']],
  [{ op: 'contains', text: '%' }, []],
])('groups of users named %j, through groups too', async (term, expected) => {
  const { okta } = await company()
  expect(await names([okta], undefined, term)).toEqual(expected)
})

test('details of users and groups; an unknown id has none', async () => {
  const { okta, ann, team, staff } = await company()
  expect(await userDetails(ann)).toMatchObject({
    id: ann,
    providerId: okta,
    active: true,
    document: { userName: 'Ann@contoso.example' },
    groups: [
      { id: staff, name: 'Staff', type: 'direct' },
      { id: team, name: 'Team', type: 'direct' },
    ],
  })
  expect(await groupDetails(team)).toMatchObject({ displayName: 'Team', externalId: '00g1', version: 1 })
  for (const id of ['x', team]) expect(await userDetails(id)).toBeUndefined()
  for (const id of ['x', ann]) expect(await groupDetails(id)).toBeUndefined()
  for (const id of ['x', ann]) expect(await deletedDetails('User', id)).toBeUndefined()
})

test('counts of each provider', async () => {
  const { okta, entra } = await company()
  expect(await directoryCounts()).toEqual(
    new Map([
      [okta, { users: 2, groups: 3 }],
      [entra, { users: 0, groups: 1 }],
    ]),
  )
  expect([await hasAny('users', [entra]), await hasAny('groups', [entra]), await hasAny('users', [])]).toEqual([
    false,
    true,
    false,
  ])
})
