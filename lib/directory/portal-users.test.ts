import { expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { parseFilter, sharedRegistry } from '@/lib/scim'
import { collect } from '@/lib/testing/collect'
import { useDatabase } from '@/lib/testing/database'
import { insertGroup, insertProvider, insertUser } from '@/lib/testing/portal-rows'
import { allUsers, isUserSort, searchUsers, type UserSort } from './portal-users'

useDatabase()

const day = (n: number) => new Date(Date.UTC(2026, 10, n))

async function company() {
  const { id: okta } = await insertProvider('okta')
  const { id: entra } = await insertProvider('entra')
  const add = (provider: string, userName: string, at: number, more: object = {}) =>
    insertUser(provider, { userName, updatedAt: day(at), createdAt: day(20 - at), ...more })
  const ann = await add(okta, 'Ann@contoso.example', 3, { displayName: 'Zoe', externalId: '00u1', title: 'Agent' })
  const bob = await add(okta, 'bob@contoso.example', 1, { active: false, email: 'bob@x', department: 'Sales' })
  await add(okta, 'carl@contoso.example', 2, { displayName: 'adam', title: 'agent 7' })
  await add(entra, 'dora@fabrikam.example', 4, { displayName: 'Dora' })
  const team = await insertGroup(okta, { displayName: 'Team', users: [ann] })
  await insertGroup(okta, { displayName: 'Staff', users: [bob], groups: [team] })
  return { okta, entra, ann, bob }
}

interface Asked {
  filter?: string
  sort?: UserSort
  descending?: boolean
  page?: number
  rows?: number
}

async function names(
  providerIds: string[],
  { filter, sort = 'userName', descending = false, page = 1, rows = 10 }: Asked = {},
) {
  const search = {
    providerIds,
    registry: sharedRegistry,
    ...(filter && { filter: parseFilter(filter) }),
    sort: { column: sort, descending },
  }
  const { users, total } = await searchUsers({ ...search, page, rows })
  // An export has the same, whole and in the same order.
  const all = await allUsers(search)
  const found = await collect(all.chunks)
  expect(all.total).toBe(total)
  expect(found.slice((page - 1) * rows, page * rows)).toEqual(users)
  return { total, names: users.map(({ userName }) => userName.split('@')[0]?.toLowerCase()) }
}

test('users of the chosen providers alone', async () => {
  const { okta, entra } = await company()
  expect(await names([okta])).toEqual({ total: 3, names: ['ann', 'bob', 'carl'] })
  expect(await names([entra])).toEqual({ total: 1, names: ['dora'] })
  expect(await names([okta, entra])).toEqual({ total: 4, names: ['ann', 'bob', 'carl', 'dora'] })
  expect(await names([])).toEqual({ total: 0, names: [] })
})

test.each<[UserSort, boolean, string[]]>([
  ['updated', true, ['dora', 'ann', 'carl', 'bob']],
  ['created', true, ['bob', 'carl', 'ann', 'dora']],
  ['displayName', false, ['carl', 'dora', 'ann', 'bob']],
  ['displayName', true, ['bob', 'ann', 'dora', 'carl']],
  ['status', false, ['bob', 'ann', 'carl', 'dora']],
  ['id', false, ['ann', 'bob', 'carl', 'dora']],
])('sort by %s, descending %s, merges providers; rows without a value last', async (sort, descending, expected) => {
  const { okta, entra } = await company()
  expect((await names([okta, entra], { sort, descending })).names).toEqual(expected)
  const pages = [1, 2].map((page) => names([entra, okta], { sort, descending, page, rows: 2 }))
  expect((await Promise.all(pages)).flatMap((page) => page.names)).toEqual(expected)
})

test.each([
  ['userName co "CONTOSO"', ['ann', 'bob', 'carl']],
  ['userName co "100%_"', []],
  ['not (userName eq "ann@contoso.example")', ['bob', 'carl', 'dora']],
  ['groups.display co "sta"', ['ann', 'bob']],
  ['groups.display eq "team"', ['ann']],
  ['not (groups.display pr)', ['carl', 'dora']],
  ['externalId eq "00u1"', ['ann']],
  ['active eq false', ['bob']],
  ['title eq "AGENT" or title sw "agent 7"', ['ann', 'carl']],
  ['emails.value co "BOB" and department eq "sales"', ['bob']],
  [`meta.lastModified ge "${day(3).toISOString()}"`, ['ann', 'dora']],
  ['id eq "no id"', []],
])('filter %s', async (filter, expected) => {
  const { okta, entra } = await company()
  expect(await names([okta, entra], { filter })).toEqual({ total: expected.length, names: expected })
})

test('a row has what the columns show', async () => {
  const { okta, ann } = await company()
  const { users } = await searchUsers({
    providerIds: [okta],
    registry: sharedRegistry,
    filter: parseFilter(`id eq "${ann}"`),
    sort: { column: 'id', descending: false },
    page: 1,
    rows: 10,
  })
  expect(users).toEqual([
    {
      id: ann,
      providerId: okta,
      userName: 'Ann@contoso.example',
      lastRealName: null,
      externalId: '00u1',
      active: true,
      displayName: 'Zoe',
      email: null,
      department: null,
      title: 'Agent',
      createdAt: day(17),
      updatedAt: day(3),
      groups: 2,
    },
  ])
})

test('parts of the documents come with the rows, on a page and in an export', async () => {
  const { okta } = await company()
  const search = {
    providerIds: [okta],
    registry: sharedRegistry,
    sort: { column: 'userName' as const, descending: false },
    keys: ['emails', 'displayName', 'nothing'],
  }
  const { users } = await searchUsers({ ...search, page: 1, rows: 10 })
  const none = { emails: null, displayName: null, nothing: null }
  expect(users.map(({ document }) => document)).toEqual([
    { ...none, displayName: 'Zoe' },
    { ...none, emails: [{ value: 'bob@x', type: 'work', primary: true }] },
    { ...none, displayName: 'adam' },
  ])
  expect(await collect((await allUsers(search)).chunks)).toEqual(users)
})

test('an export has more rows than are read at once, in order', async () => {
  const { okta } = await company()
  await query(sql`
    insert into users (id, provider_id, resource, folded, lexemes, user_name, user_name_key, active, version, created_at,
      created_request, updated_at, updated_request)
    select gen_random_uuid(), provider_id, resource, folded, lexemes, 'x' || n, 'x' || lpad(n::text, 6, '0'), active,
      version, created_at, created_request, updated_at, updated_request
    from users, generate_series(1, 2001) n where user_name_key = 'ann@contoso.example'`)
  const { total, chunks } = await allUsers({
    providerIds: [okta],
    registry: sharedRegistry,
    filter: parseFilter('userName sw "x"'),
    sort: { column: 'userName', descending: true },
  })
  const found = (await collect(chunks)).map(({ userName }) => userName)
  expect([total, found.length, found[0], found[1000], found.at(-1)]).toEqual([2001, 2001, 'x2001', 'x1001', 'x1'])
})

test('what can’t be searched is an error that names it', async () => {
  const { okta } = await company()
  await expect(names([okta], { filter: 'colour eq "red"' })).rejects.toThrow('colour')
  expect(isUserSort('colour') || isUserSort('constructor')).toBe(false)
})
