import { beforeEach, describe, expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { extensions, HR, TEAM } from '@/lib/testing/extensions'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchUser } from './change-user'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { deleteGroup } from './delete-group'
import { deleteUser } from './delete-user'
import { listUsers } from './read-users'
import { listAll, searching } from './search'

useDatabase()

interface Listed {
  totalResults: number
  itemsPerPage: number
  startIndex?: number
  nextCursor?: string
  previousCursor?: string
  Resources: { id: string; userName?: string; displayName?: string; meta?: { resourceType: string } }[]
}

let provider: Provider
const ids: Record<string, string> = {}

const idOf = async (answer: Promise<{ body?: object }>) => ((await answer).body as { id: string }).id
const user = async (userName: string, attributes: object = {}) =>
  (ids[userName] = await idOf(createUser(scimCall(provider, 'POST', '/Users', { userName, ...attributes }))))
const group = async (displayName: string, attributes: object = {}) =>
  (ids[displayName] = await idOf(createGroup(scimCall(provider, 'POST', '/Groups', { displayName, ...attributes }))))
const list = async (search: string) =>
  (await listAll(scimCall(provider, 'GET', `/?${search}`))).body as unknown as Listed
const post = async (body: object, run = searching(listAll), url = '/.search') =>
  (await run(scimCall(provider, 'POST', url, body))).body as unknown as Listed
const namesOf = ({ Resources }: Listed) => Resources.map(({ userName, displayName }) => userName ?? displayName)
const found = async (filter: string) => namesOf(await list(`filter=${encodeURIComponent(filter)}`))

beforeEach(async () => {
  provider = await makeProvider({ extensions })
  await user('ann', { displayName: 'Beta', title: 'Chief', emails: [{ value: 'ann@x.example' }] })
  await group('Staff', { members: [{ value: ids.ann }] })
  await user('bob', { externalId: 'b', [HR]: { level: 3, badge: 'Z' } })
  await group('Alpha', { externalId: 'a', [TEAM]: { code: 'Q', budget: 2.5 } })
})

test('users and groups in one list, in the order of their ids', async () => {
  const all = await list('')
  expect(all).toMatchObject({ totalResults: 4, itemsPerPage: 4, startIndex: 1 })
  expect(namesOf(all)).toEqual(['ann', 'Staff', 'bob', 'Alpha'])
  expect(namesOf(await list('startIndex=2&count=2'))).toEqual(['Staff', 'bob'])
  expect(await list('count=0')).toMatchObject({ totalResults: 4, itemsPerPage: 0 })
  expect(await list('startIndex=9')).toMatchObject({ totalResults: 4, itemsPerPage: 0, startIndex: 9 })
  // Shown as in their own lists, groups, members and ETags included.
  const [ann, staff] = all.Resources
  expect(ann).toEqual(((await listUsers(scimCall(provider, 'GET', '/Users'))).body as unknown as Listed).Resources[0])
  expect(ann).toMatchObject({ groups: [{ value: ids.Staff, display: 'Staff', type: 'direct' }] })
  expect(staff).toMatchObject({ members: [{ value: ids.ann, type: 'User' }], meta: { resourceType: 'Group' } })
})

test('nothing of another provider', async () => {
  provider = await makeProvider()
  expect(await list('')).toMatchObject({ totalResults: 0, Resources: [] })
})

describe('a filter takes what only the other type has for without a value (RFC 7644 §3.4.2.1)', () => {
  test.each<[string, string[]]>([
    ['userName eq "ANN"', ['ann']],
    ['userName ne "ann"', ['Staff', 'bob', 'Alpha']],
    ['not (userName eq "ann")', ['Staff', 'bob', 'Alpha']],
    ['userName pr', ['ann', 'bob']],
    ['userName eq null', ['Staff', 'Alpha']],
    ['userName ne null', ['ann', 'bob']],
    ['members pr', ['Staff']],
    ['not (members pr)', ['ann', 'bob', 'Alpha']],
    ['emails[value co "x"]', ['ann']],
    ['emails co "x" or members[type eq "User"]', ['ann', 'Staff']],
    ['displayName co "a"', ['ann', 'Staff', 'Alpha']],
    ['urn:ietf:params:scim:schemas:core:2.0:User:displayName pr', ['ann']],
    ['urn:ietf:params:scim:schemas:core:2.0:Group:displayName ne "Staff"', ['ann', 'bob', 'Alpha']],
    ['externalId eq "a" or externalId eq "b"', ['bob', 'Alpha']],
    ['level gt 2 or budget gt 2', ['bob', 'Alpha']],
    ['meta.resourceType eq "User"', ['ann', 'bob']],
    ['meta.resourceType eq "Group" and displayName sw "S"', ['Staff']],
    ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:Group"', ['Staff', 'Alpha']],
    ['active eq true', ['ann', 'bob']],
  ])('%s', async (filter, names) => {
    expect(await found(filter)).toEqual(names)
  })

  test.each([
    ['shoeSize pr', 'shoeSize'],
    ['userName eq "ann" or shoeSize eq 5', 'shoeSize'],
    ['emails[shoe eq "x"]', 'shoe'],
    ['password eq "x"', 'password'],
    ['meta.location pr or meta.location eq "x"', 'meta.location'],
  ])('%s is unknown to both, or can’t be searched', async (filter, name) => {
    await expect(found(filter)).rejects.toMatchObject({ status: 400, scimType: 'invalidFilter' })
    await expect(found(filter)).rejects.toThrow(name)
  })
})

describe('sorting puts what has no such value last', () => {
  test.each<[string, string[]]>([
    ['sortBy=displayName', ['Alpha', 'ann', 'Staff', 'bob']],
    ['sortBy=displayName&sortOrder=descending', ['bob', 'Staff', 'ann', 'Alpha']],
    ['sortBy=userName', ['ann', 'bob', 'Staff', 'Alpha']],
    ['sortBy=userName&sortOrder=descending', ['Staff', 'Alpha', 'bob', 'ann']],
    ['sortBy=active', ['ann', 'bob', 'Staff', 'Alpha']],
    ['sortBy=externalId', ['Alpha', 'bob', 'ann', 'Staff']],
    ['sortBy=level', ['bob', 'ann', 'Staff', 'Alpha']],
    ['sortBy=emails', ['ann', 'Staff', 'bob', 'Alpha']],
    ['sortBy=id&sortOrder=descending', ['Alpha', 'bob', 'Staff', 'ann']],
    ['sortBy=meta.created', ['ann', 'Staff', 'bob', 'Alpha']],
  ])('%s', async (search, names) => {
    expect(namesOf(await list(search))).toEqual(names)
    // Pages by index and by cursor, forth and back, show the same.
    for (const count of [1, 3]) {
      const pages = await Promise.all([1, 4].map((start) => list(`${search}&count=${count}&startIndex=${start}`)))
      expect(pages.flatMap(namesOf), 'by index').toEqual(count === 1 ? [names[0], names[3]] : names)
      let page = await list(`${search}&count=${count}&cursor=`)
      const seen = namesOf(page)
      while (page.nextCursor) {
        page = await list(`${search}&count=${count}&cursor=${page.nextCursor}`)
        seen.push(...namesOf(page))
      }
      expect(seen, 'by cursor').toEqual(names)
      const back = namesOf(page)
      while (page.previousCursor) {
        page = await list(`${search}&count=${count}&cursor=${page.previousCursor}`)
        back.unshift(...namesOf(page))
      }
      expect(back, 'backwards').toEqual(names)
    }
  })

  test('by what neither has, or by a number here and a text there, is refused', async () => {
    await expect(list('sortBy=shoeSize')).rejects.toMatchObject({ status: 400, scimType: 'invalidValue' })
    const [hr, team] = extensions as [(typeof extensions)[0], (typeof extensions)[0]]
    const level = { ...hr.attributes.find(({ name }) => name === 'badge')!, name: 'level' }
    provider = await makeProvider({ extensions: [hr, { ...team, attributes: [...team.attributes, level] }] })
    await expect(list('sortBy=level')).rejects.toMatchObject({ status: 400, scimType: 'invalidValue' })
    expect((await list(`sortBy=${HR}:level`)).totalResults).toBe(0)
  })
})

test('projections choose from both', async () => {
  const { Resources } = await list('attributes=userName,members')
  expect(Resources.map((resource) => Object.keys(resource).slice(2))).toEqual([
    ['userName'],
    ['members'],
    ['userName'],
    ['members'],
  ])
  const without = await list('excludedAttributes=members,groups,meta')
  for (const resource of without.Resources)
    for (const name of ['members', 'groups', 'meta']) expect(resource).not.toHaveProperty(name)
  expect(namesOf(without)).toEqual(['ann', 'Staff', 'bob', 'Alpha'])
})

describe('a walk over both sees what stays exactly once', () => {
  test.each(['', '&sortBy=displayName&sortOrder=descending'])('while others come and go%s', async (sorting) => {
    for (let n = 0; n < 6; n++) {
      await user(`u${n}`, { displayName: `d${n % 3}` })
      await group(`g${n}`)
    }
    const stay = ['ann', 'Staff', 'bob', 'Alpha', ...[1, 2, 4, 5].flatMap((n) => [`u${n}`, `g${n}`])]
    const seen: (string | undefined)[] = []
    let page = 0
    for (let cursor: string | undefined = ''; cursor !== undefined; page++) {
      const answer = await post({
        cursor,
        count: 3,
        sortBy: sorting && 'displayName',
        sortOrder: sorting && 'descending',
      })
      seen.push(...namesOf(answer))
      cursor = answer.nextCursor
      await user(`new${page}`)
      await group(`New${page}`)
      if (page > 1) continue
      await deleteUser(scimCall(provider, 'DELETE', `/Users/${ids[`u${page * 3}`]}`), ids[`u${page * 3}`]!)
      await deleteGroup(scimCall(provider, 'DELETE', `/Groups/${ids[`g${page * 3}`]}`), ids[`g${page * 3}`]!)
      const Operations = [{ op: 'replace', path: 'title', value: `after page ${page}` }]
      await patchUser(scimCall(provider, 'PATCH', `/Users/${ids.u5}`, { Operations }), ids.u5!)
      if (page === 20) break
    }
    expect(page).toBeLessThan(20)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(stay))
  })

  test('a cursor of one list is none of another’s', async () => {
    const { nextCursor } = await post({ cursor: '', count: 1 })
    expect(namesOf(await list(`cursor=${nextCursor}&count=1`))).toEqual(['Staff'])
    const users = post({ cursor: nextCursor, count: 1 }, searching(listUsers), '/Users/.search')
    await expect(users).rejects.toMatchObject({ scimType: 'invalidCursor' })
    await expect(post({ cursor: nextCursor, count: 1, startIndex: 1 })).rejects.toThrow('two ways')
  })
})

describe('a SearchRequest', () => {
  test('asks what the URL would, and counts before it', async () => {
    expect(namesOf(await post({ filter: 'displayName pr', sortBy: 'displayName', startIndex: 2, count: 2 }))).toEqual([
      'ann',
      'Staff',
    ])
    expect(namesOf(await post({}, searching(listUsers), '/Users/.search?count=1&attributes=userName'))).toEqual(['ann'])
    expect(
      namesOf(await post({ filter: 'userName eq "bob"' }, searching(listUsers), '/Users/.search?filter=id+pr')),
    ).toEqual(['bob'])
  })

  test('is noted where it was read leniently', async () => {
    const call = scimCall(provider, 'POST', '/.search', { filter: 'level eq 3' })
    await searching(listAll)(call)
    expect(call.notes.map(({ code }) => code)).toEqual(['missing-schemas', 'bare-extension-names'])
  })
})
