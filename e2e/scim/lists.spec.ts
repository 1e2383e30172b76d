import { resourcesOf } from '@/lib/idp-clients/json'
import { absent, empty } from '@/lib/idp-clients/match'
import { GROUP, USER } from '@/lib/idp-clients/urns'
import { type Made, type Scim, patchOf } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const encoded = (filter: string) => `filter=${encodeURIComponent(filter)}`

async function five(scim: Scim, attributes: (index: number) => object = () => ({})) {
  const mark = unique('list')
  const ids: string[] = []
  for (let index = 0; index < 5; index++)
    ids.push((await scim.user({ userName: `${mark}-${index}`, ...attributes(index) })).id)
  return { ids, of: encoded(`userName sw "${mark}-"`), mark }
}

test.describe('pages (RFC 7644 §3.4.2.4)', () => {
  const cases: [string, number[], { startIndex: number; itemsPerPage: number }][] = [
    ['', [0, 1, 2, 3, 4], { startIndex: 1, itemsPerPage: 5 }],
    ['&count=2', [0, 1], { startIndex: 1, itemsPerPage: 2 }],
    ['&startIndex=2&count=2', [1, 2], { startIndex: 2, itemsPerPage: 2 }],
    ['&startIndex=5&count=10', [4], { startIndex: 5, itemsPerPage: 1 }],
    ['&startIndex=6', [], { startIndex: 6, itemsPerPage: 0 }],
    ['&startIndex=0', [0, 1, 2, 3, 4], { startIndex: 1, itemsPerPage: 5 }],
    ['&startIndex=-7&count=1', [0], { startIndex: 1, itemsPerPage: 1 }],
    ['&count=0', [], { startIndex: 1, itemsPerPage: 0 }],
    ['&count=-3', [], { startIndex: 1, itemsPerPage: 0 }],
    ['&count=5000', [0, 1, 2, 3, 4], { startIndex: 1, itemsPerPage: 5 }],
    ['&STARTINDEX=1&unknown=x', [0, 1, 2, 3, 4], { startIndex: 1, itemsPerPage: 5 }],
  ]
  test('cut as asked; itemsPerPage is what came, totalResults what matches', async ({ scim }) => {
    const { ids, of } = await five(scim)
    for (const [query, rows, page] of cases) {
      const { body } = await scim.get(`/Users?${of}${query}`, { status: 200, body: { totalResults: 5, ...page } })
      expect(
        resourcesOf(body).map(({ id }) => id),
        query,
      ).toEqual(rows.map((row) => ids[row]))
    }
  })

  for (const query of ['count=ten', 'startIndex=1.5', 'count='])
    test(`${query} is 400 or ignored, never 500`, async ({ scim }) => {
      const { status } = await scim.raw({ method: 'GET', path: `/Users?${query}` })
      expect([200, 400]).toContain(status)
    })

  test('the default page has 100 rows', async ({ scim }) => {
    const mark = unique('page')
    await Promise.all(Array.from({ length: 103 }, (_, index) => scim.user({ userName: `${mark}-${index}` })))
    const of = encoded(`userName sw "${mark}"`)
    await scim.get(`/Users?${of}`, { status: 200, body: { totalResults: 103, itemsPerPage: 100 } })
    const seen = new Set<string>()
    for (const startIndex of [1, 41, 81]) {
      const { body } = await scim.get(`/Users?${of}&startIndex=${startIndex}&count=40`, { status: 200 })
      for (const { id } of resourcesOf(body)) seen.add(String(id))
    }
    expect(seen.size).toBe(103)
  })

  test('groups are paged alike', async ({ scim }) => {
    const mark = unique('groups')
    const ids = []
    for (const letter of 'abc') ids.push((await scim.group({ displayName: `${mark} ${letter}` })).id)
    const { body } = await scim.get(`/Groups?${encoded(`displayName sw "${mark}"`)}&startIndex=2&count=1`, {
      status: 200,
      body: { totalResults: 3, startIndex: 2, itemsPerPage: 1 },
    })
    expect(resourcesOf(body).map(({ id }) => id)).toEqual([ids[1]])
  })
})

test.describe('sorting (RFC 7644 §3.4.2.3)', () => {
  const names = ['beta', 'Älg', 'alpha', undefined, 'Beta']
  const sorted = async (scim: Scim, query: string) => {
    const { ids, of } = await five(scim, (index) => ({
      ...(names[index] !== undefined && { displayName: names[index], name: { familyName: names[index] } }),
      emails: [{ value: `z${index}@x.example` }, { value: `${5 - index}@x.example`, primary: true }],
      title: 'same',
    }))
    const { body } = await scim.get(`/Users?${of}&${query}`, { status: 200 })
    return resourcesOf(body).map(({ id }) => ids.indexOf(String(id)))
  }
  const cases: [string, number[]][] = [
    ['sortBy=displayName', [2, 0, 4, 1, 3]],
    ['sortBy=displayName&sortOrder=descending', [3, 1, 0, 4, 2]],
    ['sortBy=DisplayName&sortOrder=ASCENDING', [2, 0, 4, 1, 3]],
    ['sortBy=name.familyName', [2, 0, 4, 1, 3]],
    ['sortBy=userName&sortOrder=descending', [4, 3, 2, 1, 0]],
    ['sortBy=emails', [4, 3, 2, 1, 0]],
    ['sortBy=meta.created', [0, 1, 2, 3, 4]],
    ['sortBy=title', [0, 1, 2, 3, 4]],
    ['sortBy=id&sortOrder=descending', [4, 3, 2, 1, 0]],
  ]
  for (const [query, order] of cases)
    test(query, async ({ scim }) => {
      expect(await sorted(scim, query)).toEqual(order)
    })

  test('an unknown attribute is 400 and named', async ({ scim }) => {
    await scim.refused({ method: 'GET', path: '/Users?sortBy=shoeSize' }, 400, 'invalidValue', 'shoeSize')
  })
})

test.describe('projection (RFC 7644 §3.9)', () => {
  const make = (scim: Scim) =>
    scim.user({
      displayName: 'Ann',
      name: { givenName: 'Ann', familyName: 'Berg' },
      emails: [{ value: 'a@x.example', type: 'work' }],
      title: 'Chief',
    })

  const cases: [string, string[], string[]][] = [
    ['attributes=userName', ['id', 'schemas', 'userName'], ['displayName', 'name', 'emails', 'active']],
    ['attributes=USERNAME,Name.GivenName', ['userName', 'name.givenName'], ['name.familyName', 'title']],
    ['attributes=urn:ietf:params:scim:schemas:core:2.0:User:emails', ['id', 'emails.0.value'], ['userName']],
    ['attributes=emails.value', ['emails.0.value'], ['emails.0.type']],
    ['attributes=id', ['id', 'schemas'], ['userName']],
    ['attributes=meta.lastModified', ['meta.lastModified'], ['userName', 'meta.created']],
    ['attributes=shoeSize', ['id', 'schemas'], ['userName', 'shoeSize']],
    ['excludedAttributes=name,emails', ['id', 'userName', 'title'], ['name', 'emails']],
    ['excludedAttributes=name.givenName', ['name.familyName'], ['name.givenName']],
    ['excludedAttributes=id,schemas', ['id', 'schemas', 'userName'], []],
    ['excludedAttributes=meta', ['id', 'userName'], ['meta']],
  ]
  for (const [query, there, gone] of cases)
    test(query, async ({ scim }) => {
      const { id } = await make(scim)
      const { body } = await scim.get(`/Users/${id}?${query}`, { status: 200 })
      for (const path of there) expect(body, path).toHaveProperty(path)
      for (const path of gone) expect(body, path).not.toHaveProperty(path)
      const listed = await scim.get(`/Users?${encoded(`id eq "${id}"`)}&${query}`, { status: 200 })
      expect(resourcesOf(listed.body)[0], 'the same in a list').toEqual(body)
    })

  test('every verb that answers with a resource shows the same', async ({ scim }) => {
    const user = await make(scim)
    const group = await scim.group({ members: [{ value: user.id }] })
    const cases: [string, Made, string[]][] = [
      [
        '/Users',
        await scim.read('/Users', user.id),
        [`attributes=${USER.toUpperCase()}:NAME.GIVENNAME,groups.display`],
      ],
      ['/Users', await scim.read('/Users', user.id), ['excludedAttributes=emails.type,Groups', 'attributes=meta']],
      ['/Groups', group, ['attributes=Members.Value', `excludedAttributes=${GROUP}:members,meta.version`]],
    ]
    for (const [endpoint, resource, queries] of cases)
      for (const query of queries) {
        const path = `${endpoint}/${resource.id}?${query}`
        const { body } = await scim.get(path, { status: 200 })
        const keep = { op: 'replace', path: 'externalId', value: null }
        expect((await scim.ask(patchOf(path, keep), { status: 200 })).body, `PATCH ${query}`).toEqual(body)
        const put = await scim.ask({ method: 'PUT', path, body: resource }, { status: 200 })
        expect(put.body, `PUT ${query}`).toEqual(body)
        const [name, names = ''] = query.split('=')
        const search = { filter: `id eq "${resource.id}"`, [name!]: names.split(',') }
        for (const of of [endpoint, '']) {
          const found = await scim.ask({ method: 'POST', path: `${of}/.search`, body: search }, { status: 200 })
          expect(resourcesOf(found.body), `${of}/.search ${query}`).toEqual([body])
        }
      }
  })

  test('writes take it as well', async ({ scim }) => {
    const userName = unique('projected')
    await scim.ask(
      { method: 'POST', path: '/Users?attributes=userName', body: { userName, title: 'Chief' } },
      { status: 201, body: { userName, title: absent } },
    )
  })

  test('members are left out of groups when asked', async ({ scim }) => {
    const user = await scim.user()
    const { id, displayName } = await scim.group({ members: [{ value: user.id }] })
    await scim.get(`/Groups/${id}?excludedAttributes=members`, { status: 200, body: { id, members: absent } })
    await scim.get(`/Groups?${encoded(`displayName eq "${String(displayName)}"`)}&excludedAttributes=members`, {
      status: 200,
      body: { Resources: [{ id, members: absent }] },
    })
    await scim.get(`/Groups/${id}?attributes=members`, {
      status: 200,
      body: { members: [{ value: user.id }], displayName: absent },
    })
  })

  test('attributes and excludedAttributes exclude each other, or are never 500', async ({ scim }) => {
    const { id } = await make(scim)
    const { status } = await scim.raw({
      method: 'GET',
      path: `/Users/${id}?attributes=name&excludedAttributes=name.givenName`,
    })
    expect([200, 400]).toContain(status)
  })
})

test('an empty list has its Resources empty or left out', async ({ scim }) => {
  await scim.get(`/Users?${encoded(`userName eq "${unique('none')}"`)}`, {
    status: 200,
    body: { totalResults: 0, itemsPerPage: 0, startIndex: 1, Resources: empty },
  })
})
