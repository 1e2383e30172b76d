import { type JsonObject, resourcesOf } from '@/lib/idp-clients/json'
import { absent } from '@/lib/idp-clients/match'
import { LIST_RESPONSE, SEARCH_REQUEST } from '@/lib/idp-clients/urns'
import type { Scim } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const search = (path: string, parts: object) =>
  ({ method: 'POST', path, body: { schemas: [SEARCH_REQUEST], ...parts } as JsonObject }) as const
const idsOf = (body: unknown) => resourcesOf(body as JsonObject).map(({ id }) => String(id))

/** Two users and two groups, made in turns; `of` finds them and nothing else. */
async function some(scim: Scim) {
  const mark = unique('search')
  const ann = await scim.user({ userName: `${mark}-ann`, displayName: `${mark} b`, title: 'Chief' })
  const staff = await scim.group({ displayName: `${mark} a`, members: [{ value: ann.id }] })
  const bob = await scim.user({ userName: `${mark}-bob`, displayName: `${mark} d` })
  const board = await scim.group({ displayName: `${mark} c` })
  return { mark, of: `displayName sw "${mark}"`, ann, staff, bob, board }
}

const found = async (scim: Scim, path: string, parts: object) =>
  idsOf((await scim.ask(search(path, parts), { status: 200, body: { schemas: [LIST_RESPONSE] } })).body)

test('each endpoint finds its own (RFC 7644 §3.4.3)', async ({ scim }) => {
  const { of, ann, staff, bob, board } = await some(scim)
  expect(await found(scim, '/Users/.search', { filter: of })).toEqual([ann.id, bob.id])
  expect(await found(scim, '/Groups/.search', { filter: of })).toEqual([staff.id, board.id])
  expect(await found(scim, '/.search', { filter: of })).toEqual([ann.id, staff.id, bob.id, board.id])
  expect(await scim.find('/', of)).toEqual([ann.id, staff.id, bob.id, board.id])
})

test('what is found is what a read shows', async ({ scim }) => {
  const { of, ann, staff } = await some(scim)
  const { body } = await scim.ask(search('/.search', { filter: of, count: 2 }), {
    status: 200,
    body: { totalResults: 4, itemsPerPage: 2, startIndex: 1 },
  })
  expect(resourcesOf(body)).toEqual([await scim.read('/Users', ann.id), await scim.read('/Groups', staff.id)])
})

test.describe('what one type lacks', () => {
  const cases: [string, string[]][] = [
    ['userName pr', ['ann', 'bob']],
    ['not (userName pr)', ['staff', 'board']],
    ['title ne "Chief"', ['staff', 'bob', 'board']],
    ['not (title eq "chief")', ['staff', 'bob', 'board']],
    ['members pr', ['staff']],
    ['members eq null', ['ann', 'bob', 'board']],
    ['emails[type eq "work"] or members[type eq "User"]', ['staff']],
    ['meta.resourceType eq "Group"', ['staff', 'board']],
    ['meta.resourceType eq "User" and title pr', ['ann']],
  ]
  test('has no value in a filter (RFC 7644 §3.4.2.1)', async ({ scim }) => {
    const { of, ...made } = await some(scim)
    for (const [filter, names] of cases) {
      const ids = names.map((name) => made[name as 'ann' | 'staff' | 'bob' | 'board'].id)
      expect(await found(scim, '/.search', { filter: `${of} and (${filter})` }), filter).toEqual(ids)
    }
  })

  test('is sorted last, and first when descending', async ({ scim }) => {
    const { of, ann, staff, bob, board } = await some(scim)
    const sorted = (sortBy: string, sortOrder = 'ascending') =>
      found(scim, '/.search', { filter: of, sortBy, sortOrder })
    expect(await sorted('userName')).toEqual([ann.id, bob.id, staff.id, board.id])
    expect(await sorted('userName', 'descending')).toEqual([staff.id, board.id, bob.id, ann.id])
    expect(await sorted('displayName')).toEqual([staff.id, ann.id, board.id, bob.id])
    expect(await sorted('displayName', 'descending')).toEqual([bob.id, board.id, ann.id, staff.id])
  })

  test('is left out of the answer (RFC 7644 §3.9)', async ({ scim }) => {
    const { of } = await some(scim)
    await scim.ask(search('/.search', { filter: of, attributes: ['userName', 'members.value'] }), {
      status: 200,
      body: {
        Resources: [
          { displayName: absent, members: absent, meta: absent },
          { displayName: absent, userName: absent },
          { displayName: absent },
          { displayName: absent },
        ],
      },
    })
    const { body } = await scim.ask(search('/.search', { filter: of, excludedAttributes: ['members', 'userName'] }), {
      status: 200,
    })
    for (const resource of resourcesOf(body)) {
      expect(resource).toHaveProperty('displayName')
      expect(resource).not.toHaveProperty('members')
      expect(resource).not.toHaveProperty('userName')
    }
  })

  test('to both is unknown', async ({ scim }) => {
    await scim.refused(search('/.search', { filter: 'shoeSize pr' }), 400, 'invalidFilter', 'shoeSize')
    await scim.refused(search('/.search', { filter: 'userName pr or shoeSize pr' }), 400, 'invalidFilter', 'shoeSize')
    await scim.refused(search('/.search', { sortBy: 'shoeSize' }), 400, 'invalidValue', 'shoeSize')
    await scim.refused({ method: 'GET', path: '/?filter=shoeSize+pr' }, 400, 'invalidFilter', 'shoeSize')
    await scim.refused(search('/Groups/.search', { filter: 'userName pr' }), 400, 'invalidFilter', 'userName')
  })
})

test('pages by index', async ({ scim }) => {
  const { of, staff, bob } = await some(scim)
  expect(await found(scim, '/.search', { filter: of, startIndex: 2, count: 2 })).toEqual([staff.id, bob.id])
  await scim.ask(search('/.search', { filter: of, count: 0 }), {
    status: 200,
    body: { totalResults: 4, itemsPerPage: 0 },
  })
})

test('nobody is missed and nobody comes twice while others come and go (RFC 9865 §3)', async ({ scim }) => {
  const mark = unique('walk')
  const ids: string[] = []
  for (let n = 0; n < 6; n++) {
    ids.push((await scim.user({ userName: `${mark}-u${n}`, displayName: `${mark} ${n}` })).id)
    ids.push((await scim.group({ displayName: `${mark} g${n}` })).id)
  }
  const filter = `displayName sw "${mark}"`
  const walkers = ['', 'displayName', 'userName'].map(async (sortBy) => {
    const seen: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await scim.ask(search('/.search', { filter, cursor, count: 2, sortBy }), {
        status: 200,
        body: { startIndex: absent },
      })
      seen.push(...idsOf(body))
      cursor = (body as { nextCursor?: string }).nextCursor
    }
    return seen
  })
  const writers = ids.slice(0, 4).map(async (id, n) => {
    await scim.user({ displayName: `${mark} new ${n}` })
    await scim.group({ displayName: `${mark} new ${n}` })
    await scim.ask({ method: 'DELETE', path: `/${n % 2 ? 'Groups' : 'Users'}/${id}` }, { status: 204 })
  })
  await Promise.all(writers)
  for (const seen of await Promise.all(walkers)) {
    expect(seen).toEqual(expect.arrayContaining(ids.slice(4)))
    expect(new Set(seen).size).toBe(seen.length)
  }
})

test('a cursor is good for its own endpoint alone, by GET and POST alike', async ({ scim }) => {
  const { of, staff } = await some(scim)
  const { body } = await scim.ask(search('/.search', { filter: of, cursor: '', count: 1 }), { status: 200 })
  const cursor = (body as { nextCursor: string }).nextCursor
  const { body: next } = await scim.get(`/?filter=${encodeURIComponent(of)}&count=1&cursor=${cursor}`, { status: 200 })
  expect(idsOf(next)).toEqual([staff.id])
  await scim.refused(search('/Users/.search', { filter: of, cursor, count: 1 }), 400, 'invalidCursor', 'endpoint')
  await scim.refused(
    search('/.search', { filter: of, cursor, count: 1, startIndex: 1 }),
    400,
    'invalidValue',
    'two ways',
  )
})

test.describe('a message that is none is refused, and says why', () => {
  const cases: [string, object | string, number, string | undefined, string][] = [
    ['no object', '[]', 400, 'invalidSyntax', 'SearchRequest'],
    ['no JSON', '{', 400, 'invalidSyntax', 'JSON'],
    ['nothing', '', 400, 'invalidSyntax', 'empty'],
    ['an unknown name', { filters: 'id pr' }, 400, 'invalidSyntax', 'filters'],
    ['a user', { userName: 'ann' }, 400, 'invalidSyntax', 'userName'],
    ['a filter that is no text', { filter: 5 }, 400, 'invalidValue', 'filter'],
    ['a filter that can’t be read', { filter: 'userName' }, 400, 'invalidFilter', 'operator'],
    ['a count that is no number', { count: '5' }, 400, 'invalidValue', 'count'],
    ['a start that is not whole', { startIndex: 1.5 }, 400, 'invalidValue', 'startIndex'],
    ['attributes that are no names', { attributes: [1] }, 400, 'invalidValue', 'attributes'],
    ['an unknown order', { sortOrder: 'up' }, 400, 'invalidValue', 'sortOrder'],
    ['a cursor of nobody', { cursor: 'VZUTiyhEQJ94IR' }, 400, 'invalidCursor', 'cursor'],
    ['a long filter', { filter: `title eq "${'x'.repeat(9000)}"` }, 413, undefined, '8 KiB'],
    ['a long list of names', { attributes: Array.from({ length: 9000 }, () => 'x') }, 413, undefined, '16 KiB'],
    ['a large body', { filter: 'x'.repeat(16 * 1024 * 1024) }, 413, undefined, '16 MiB'],
  ]
  for (const [name, body, status, scimType, names] of cases)
    test(name, async ({ scim }) => {
      const sent = typeof body === 'string' ? body : ({ schemas: [SEARCH_REQUEST], ...body } as JsonObject)
      for (const path of ['/.search', '/Users/.search', '/Groups/.search'])
        await scim.refused({ method: 'POST', path, body: sent }, status, scimType, names)
    })

  test('without schemas it is read all the same', async ({ scim }) => {
    const { of, ann } = await some(scim)
    const { body } = await scim.ask(
      { method: 'POST', path: '/Users/.search', body: { filter: of, count: 1 } },
      { status: 200 },
    )
    expect(idsOf(body)).toEqual([ann.id])
  })
})

test.describe('methods', () => {
  for (const path of ['/.search', '/Users/.search', '/Groups/.search'])
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      test(`${method} ${path} is 405 with Allow`, async ({ scim }) => {
        const { headers } = await scim.ask({ method, path, ...(/^P/.test(method) && { body: {} }) }, { status: 405 })
        expect(headers['allow']).toBe('POST, OPTIONS')
      })

  test('the root takes GET', async ({ scim }) => {
    await scim.get('/?count=0', { status: 200, body: { itemsPerPage: 0 } })
    const { headers } = await scim.ask({ method: 'POST', path: '/', body: {} }, { status: 405 })
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS')
  })

  test('a search without a token is 401', async ({ scim }) => {
    for (const path of ['/.search', '/Users/.search'])
      await scim.ask({ ...search(path, {}), headers: { authorization: '' } }, { status: 401 })
  })
})

test('another provider’s are not found', async ({ scim, other }) => {
  const { of } = await some(scim)
  expect(await found(other, '/.search', { filter: of })).toEqual([])
})
