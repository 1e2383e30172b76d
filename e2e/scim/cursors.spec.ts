import { type JsonObject, resourcesOf } from '@/lib/idp-clients/json'
import { absent } from '@/lib/idp-clients/match'
import type { Scim } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const idsOf = (body: unknown) => resourcesOf(body as JsonObject).map(({ id }) => String(id))
const cursorsOf = (body: unknown) => body as { nextCursor?: string; previousCursor?: string; totalResults: number }

async function some(scim: Scim, count: number) {
  const mark = unique('cursor')
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push((await scim.user({ userName: `${mark}-${index}` })).id)
  return { ids, of: `/Users?filter=${encodeURIComponent(`userName sw "${mark}-"`)}` }
}

test('ServiceProviderConfig says so (RFC 9865 §4)', async ({ scim }) => {
  await scim.get('/ServiceProviderConfig', {
    status: 200,
    body: {
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 1000,
        cursorTimeout: 3600,
      },
    },
  })
})

test('a walk forth and back (RFC 9865 §2)', async ({ scim }) => {
  const { ids, of } = await some(scim, 5)
  const first = await scim.get(`${of}&cursor&count=2`, {
    status: 200,
    body: { totalResults: 5, itemsPerPage: 2, startIndex: absent, previousCursor: absent },
  })
  const { nextCursor } = cursorsOf(first.body)
  expect(nextCursor).toMatch(/^[A-Za-z0-9._~-]+$/)
  const second = await scim.get(`${of}&cursor=${nextCursor}&count=2`, { status: 200, body: { totalResults: 5 } })
  const third = await scim.get(`${of}&cursor=${cursorsOf(second.body).nextCursor}&count=2`, {
    status: 200,
    body: { totalResults: 5, itemsPerPage: 1, nextCursor: absent },
  })
  expect([first, second, third].flatMap(({ body }) => idsOf(body))).toEqual(ids)
  const back = await scim.get(`${of}&cursor=${cursorsOf(third.body).previousCursor}&count=2`, { status: 200 })
  expect(idsOf(back.body)).toEqual(idsOf(second.body))
  const start = await scim.get(`${of}&cursor=${cursorsOf(back.body).previousCursor}&count=2`, {
    status: 200,
    body: { previousCursor: absent },
  })
  expect(idsOf(start.body)).toEqual(idsOf(first.body))
})

test('a count of 0, or below, asks for the total alone; one above maxPageSize for as many as there may be', async ({
  scim,
}) => {
  const { ids, of } = await some(scim, 2)
  const nothing = { totalResults: 2, itemsPerPage: 0, nextCursor: absent, previousCursor: absent }
  for (const count of [0, -1]) await scim.get(`${of}&cursor&count=${count}`, { status: 200, body: nothing })
  const { body } = await scim.get(`${of}&cursor&count=5000`, { status: 200, body: { nextCursor: absent } })
  expect(idsOf(body)).toEqual(ids)
})

test('without cursor, pages are by index', async ({ scim }) => {
  const { of } = await some(scim, 3)
  await scim.get(`${of}&count=2`, { status: 200, body: { startIndex: 1, nextCursor: absent, previousCursor: absent } })
})

test('nobody is missed and nobody comes twice while others come and go', async ({ scim }) => {
  const { ids, of } = await some(scim, 12)
  const walkers = [0, 1, 2].map(async () => {
    const seen: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await scim.get(`${of}&cursor=${cursor}&count=2`, { status: 200 })
      seen.push(...idsOf(body))
      cursor = cursorsOf(body).nextCursor
    }
    return seen
  })
  const writers = ids.slice(0, 4).map(async (id) => {
    await scim.user()
    await scim.patchUser(id, { op: 'replace', path: 'title', value: 'Chief' })
    await scim.ask({ method: 'DELETE', path: `/Users/${id}` }, { status: 204 })
  })
  await Promise.all(writers)
  for (const seen of await Promise.all(walkers)) {
    expect(seen).toEqual(expect.arrayContaining(ids.slice(4)))
    expect(new Set(seen).size).toBe(seen.length)
  }
})

test('a cursor for something else is refused, and says why', async ({ scim, other }) => {
  const { of } = await some(scim, 3)
  const { body } = await scim.get(`${of}&cursor=&count=2`, { status: 200 })
  const cursor = `cursor=${cursorsOf(body).nextCursor}`
  const get = (path: string) => ({ method: 'GET', path }) as const
  await scim.refused(get(`${of}&${cursor}&count=3`), 400, 'invalidCount', 'pages of 2')
  await scim.refused(get(`${of}&${cursor}&count=2&sortBy=userName`), 400, 'invalidCursor', 'sortBy')
  await scim.refused(get(`/Users?${cursor}&count=2`), 400, 'invalidCursor', 'filter')
  await scim.refused(get(`/Groups?${cursor}&count=2`), 400, 'invalidCursor', 'endpoint')
  await other.refused(get(`${of}&${cursor}&count=2`), 400, 'invalidCursor', 'not given here')
  await scim.refused(get('/Users?cursor&count=two'), 400, 'invalidCount', 'whole number')
  await scim.refused(get('/Users?cursor=VZUTiyhEQJ94IR'), 400, 'invalidCursor', 'empty cursor')
  await scim.refused(get(`${of}&${cursor}&count=2&startIndex=3`), 400, 'invalidValue', 'two ways')
})
