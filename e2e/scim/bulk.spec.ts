import type { Json, JsonObject } from '@/lib/idp-clients/json'
import { BULK_REQUEST, ENTERPRISE, GROUP, PATCH_OP, USER } from '@/lib/idp-clients/urns'
import type { BulkResult } from './client'
import { expect, test } from './fixture'
import { suite, unique } from './server'

const post = (path: string, bulkId: string, data: object) => ({ method: 'POST', path, bulkId, data: data as Json })
const user = (bulkId: string, more: object = {}) =>
  post('/Users', bulkId, { schemas: [USER], userName: unique(bulkId), ...more })
const group = (bulkId: string, ...members: string[]) =>
  post('/Groups', bulkId, {
    schemas: [GROUP],
    displayName: unique(bulkId),
    members: members.map((value) => ({ value })),
  })

const statuses = (results: BulkResult[]) => results.map(({ status }) => status)
const idOf = (result: BulkResult | undefined) => result!.location!.split('/').at(-1)!
const memberIds = (resource: JsonObject) =>
  ((resource['members'] ?? []) as { value: string }[]).map(({ value }) => value).sort()

test('POST, PUT, PATCH and DELETE in one request (RFC 7644 §3.7.3)', async ({ scim }) => {
  const [alice, bob, eve, gone] = [await scim.user(), await scim.user(), await scim.user(), await scim.user()]
  const renamed = unique('alice')
  const results = await scim.bulk(
    [
      user('qwerty'),
      {
        method: 'PUT',
        path: `/Users/${alice.id}`,
        bulkId: 'echo',
        version: alice.meta.version,
        data: { schemas: [USER], userName: renamed },
      },
      {
        method: 'PATCH',
        path: `/Users/${bob.id}`,
        version: bob.meta.version,
        data: { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'title', value: 'Guide' }] },
      },
      // As the RFC's own example has it: the list of operations in place of the message.
      { method: 'PATCH', path: `/Users/${eve.id}`, data: [{ op: 'add', path: 'nickName', value: 'Evie' }] },
      { method: 'DELETE', path: `/Users/${gone.id}`, version: gone.meta.version },
    ],
    { failOnErrors: 1 },
  )
  const made = await scim.read('/Users', idOf(results[0]))
  const [a, b, e] = [
    await scim.read('/Users', alice.id),
    await scim.read('/Users', bob.id),
    await scim.read('/Users', eve.id),
  ]
  expect(results).toEqual([
    { method: 'POST', bulkId: 'qwerty', version: made.meta.version, location: made.meta.location, status: '201' },
    { method: 'PUT', bulkId: 'echo', version: a.meta.version, location: a.meta.location, status: '200' },
    { method: 'PATCH', version: b.meta.version, location: b.meta.location, status: '200' },
    { method: 'PATCH', version: e.meta.version, location: e.meta.location, status: '200' },
    { method: 'DELETE', location: gone.meta.location, status: '204' },
  ])
  expect([a['userName'], b['title'], e['nickName']]).toEqual([renamed, 'Guide', 'Evie'])
  await scim.get(`/Users/${gone.id}`, { status: 404 })
})

test.describe('references (RFC 7644 §3.7.2)', () => {
  test('a user and its group', async ({ scim }) => {
    const results = await scim.bulk([user('qwerty'), group('ytrewq', 'bulkId:qwerty')])
    expect(statuses(results)).toEqual(['201', '201'])
    const read = await scim.read('/Groups', idOf(results[1]))
    expect(read).toMatchObject({ members: [{ value: idOf(results[0]), $ref: results[0]!.location, type: 'User' }] })
  })

  test('a manager', async ({ scim }) => {
    const managed = user('tour', { [ENTERPRISE]: { manager: { value: 'bulkId:boss' } } })
    const results = await scim.bulk([managed, user('boss')])
    expect(results.map(({ bulkId, status }) => [bulkId, status])).toEqual([
      ['tour', '201'],
      ['boss', '201'],
    ])
    const read = await scim.read('/Users', idOf(results[0]))
    expect(read).toMatchObject({ [ENTERPRISE]: { manager: { value: idOf(results[1]) } } })
  })

  test('forward, through other groups, in the order of the request', async ({ scim }) => {
    const results = await scim.bulk([group('outer', 'bulkId:inner'), group('inner', 'bulkId:ann'), user('ann')])
    expect(results.map(({ bulkId }) => bulkId)).toEqual(['outer', 'inner', 'ann'])
    expect(statuses(results)).toEqual(['201', '201', '201'])
    const { groups } = await scim.read('/Users', idOf(results[2]))
    expect((groups as { value: string; type: string }[]).map(({ value, type }) => [value, type]).sort()).toEqual(
      [
        [idOf(results[0]), 'indirect'],
        [idOf(results[1]), 'direct'],
      ].sort(),
    )
  })

  test('in paths and in the values of a PATCH', async ({ scim }) => {
    const { id } = await scim.group()
    const add = { op: 'add', path: 'members', value: [{ value: 'bulkId:ann' }] }
    const results = await scim.bulk([
      { method: 'PATCH', path: `/Groups/${id}`, data: { schemas: [PATCH_OP], Operations: [add] } },
      { method: 'PATCH', path: '/Users/bulkId:ann', data: [{ op: 'add', path: 'title', value: 'Guide' }] },
      user('ann'),
      { method: 'DELETE', path: '/Users/bulkId:bob' },
      user('bob'),
    ])
    expect(statuses(results)).toEqual(['204', '200', '201', '204', '201'])
    expect(results[1]!.location).toBe(results[2]!.location)
    expect(memberIds(await scim.read('/Groups', id))).toEqual([idOf(results[2])])
    expect(await scim.read('/Users', idOf(results[2]))).toMatchObject({ title: 'Guide' })
    await scim.get(`/Users/${idOf(results[4])}`, { status: 404 })
  })

  test('to what nobody has, or could not be made, are 409 for that operation', async ({ scim }) => {
    const taken = await scim.user()
    const results = await scim.bulk([
      group('a', 'bulkId:nobody'),
      { method: 'DELETE', path: '/Users/bulkId:nobody' },
      user('twin', { userName: taken['userName'] }),
      group('b', 'bulkId:twin'),
      user('fine'),
    ])
    expect(statuses(results)).toEqual(['409', '409', '409', '409', '201'])
    const types = results.map(({ response }) => response?.['scimType'])
    expect(types).toEqual(['invalidValue', 'invalidValue', 'uniqueness', undefined, undefined])
    expect(results[0]!.response!['detail']).toContain('"nobody"')
    expect(results[3]!.response!['detail']).toContain('"twin"')
  })
})

test.describe('circles (RFC 7644 §3.7.1)', () => {
  test('two groups that are members of each other', async ({ scim }) => {
    const results = await scim.bulk([group('qwerty', 'bulkId:ytrewq'), group('ytrewq', 'bulkId:qwerty')])
    expect(statuses(results)).toEqual(['201', '201'])
    const [a, b] = [await scim.read('/Groups', idOf(results[0])), await scim.read('/Groups', idOf(results[1]))]
    expect([memberIds(a), memberIds(b)]).toEqual([[b.id], [a.id]])
    expect(results.map(({ version }) => version)).toEqual([a.meta.version, b.meta.version])
  })

  test('three groups, with users beside', async ({ scim }) => {
    const results = await scim.bulk([
      group('a', 'bulkId:b', 'bulkId:ann'),
      group('b', 'bulkId:c'),
      group('c', 'bulkId:a', 'bulkId:b'),
      user('ann'),
    ])
    expect(statuses(results)).toEqual(['201', '201', '201', '201'])
    const [a, b, c, ann] = results.map(idOf)
    expect(memberIds(await scim.read('/Groups', a!))).toEqual([b, ann].sort())
    expect(memberIds(await scim.read('/Groups', b!))).toEqual([c])
    expect(memberIds(await scim.read('/Groups', c!))).toEqual([a, b].sort())
  })

  test('are made whole or not at all', async ({ scim }) => {
    const taken = await scim.group()
    const half = group('half', 'bulkId:other')
    const other = post('/Groups', 'other', { displayName: taken['displayName'], members: [{ value: 'bulkId:half' }] })
    const results = await scim.bulk([half, other])
    expect(statuses(results)).toEqual(['409', '409'])
    expect(results.map(({ location }) => location)).toEqual([undefined, undefined])
    const { displayName } = half.data as { displayName: string }
    expect(await scim.find('/Groups', `displayName eq "${displayName}"`)).toEqual([])
  })

  test('of managers are 409', async ({ scim }) => {
    const managed = (name: string, by: string) => user(name, { [ENTERPRISE]: { manager: { value: `bulkId:${by}` } } })
    const results = await scim.bulk([managed('ann', 'bob'), managed('bob', 'ann')])
    expect(statuses(results)).toEqual(['409', '409'])
  })
})

test.describe('errors (RFC 7644 §3.7.3)', () => {
  test('a malformed operation fails alone', async ({ scim }) => {
    const { id } = await scim.user()
    const results = await scim.bulk([
      null,
      'POST',
      {},
      { method: 'GET', path: `/Users/${id}` },
      { method: 'DELETE' },
      post('/Users', 'none', { schemas: [USER] }),
      { method: 'POST', path: '/Users', bulkId: 'empty' },
      { method: 'PATCH', path: `/Users/${id}`, data: [{ op: 'spring', path: 'title', value: 'x' }] },
      { method: 'DELETE', path: '/Users' },
      { method: 'DELETE', path: '/Users/none' },
      post('/Roles', 'role', {}),
      post('/Bulk', 'bulk', { schemas: [BULK_REQUEST], Operations: [] }),
      user('twice'),
      user('twice'),
    ])
    const expected = '400 400 400 400 400 400 400 400 405 404 404 404 201 400'
    expect(statuses(results).join(' ')).toBe(expected)
    for (const { status, response } of results.filter(({ status }) => status !== '201'))
      expect(response).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status,
        ...(status === '400' && { scimType: expect.stringMatching(/^invalid(Syntax|Value)$/) }),
        detail: expect.stringMatching(/./),
      })
    expect(results[3]).toMatchObject({ method: 'GET' })
    expect(results[5]).not.toHaveProperty('location')
    expect(results[6]).toMatchObject({ method: 'POST', bulkId: 'empty' })
    expect(results[9]).toMatchObject({ method: 'DELETE', location: `${suite.baseUrl}/Users/none` })
  })

  test('each says where its resource is, but for a POST that failed', async ({ scim }) => {
    const { id, meta } = await scim.user()
    const path = `/Users/${id}`
    const manager = { op: 'add', path: `${ENTERPRISE}:manager`, value: { value: 'bulkId:nobody' } }
    const results = await scim.bulk([
      { method: 'PUT', path },
      { method: 'DELETE', path, bulkId: 5 },
      { method: 'PUT', path, version: 5, data: {} },
      { method: 'PATCH', path, data: 'x' },
      { method: 'PATCH', path, data: [manager] },
      { method: 'GET', path },
      { method: 'POST', path, bulkId: 'there', data: {} },
      { method: 'PATCH', path: '/Users/bulkId:nobody', data: [] },
    ])
    expect(statuses(results).join(' ')).toBe('400 400 400 400 409 400 405 409')
    const locations = results.map(({ location }) => location)
    expect(locations).toEqual([...Array<string>(6).fill(meta.location), undefined, undefined])
  })

  test('a POST without bulkId and a method in small letters are read', async ({ scim }) => {
    const data = { userName: unique('small') }
    const [result] = await scim.bulk([{ method: 'post', path: '/Users', data }])
    expect(result).toMatchObject({ method: 'POST', status: '201' })
    expect(result).not.toHaveProperty('bulkId')
  })

  test('version is an If-Match', async ({ scim }) => {
    const { id, meta } = await scim.user()
    const rename = (title: string) => ({
      method: 'PATCH',
      path: `/Users/${id}`,
      version: meta.version,
      data: [{ op: 'replace', path: 'title', value: title }],
    })
    const results = await scim.bulk([rename('one'), rename('two'), { ...rename('three'), version: 'W/"never"' }])
    expect(statuses(results)).toEqual(['200', '412', '412'])
    expect(results[1]).toMatchObject({ location: meta.location, response: { status: '412' } })
    expect(await scim.read('/Users', id)).toMatchObject({ title: 'one' })
  })

  test('operations take effect one after another', async ({ scim }) => {
    const { id, userName } = await scim.user()
    const results = await scim.bulk([
      user('early', { userName }),
      { method: 'DELETE', path: `/Users/${id}` },
      user('late', { userName }),
    ])
    expect(statuses(results)).toEqual(['409', '204', '201'])
  })

  test('after failOnErrors errors the rest is left, and not in the answer', async ({ scim }) => {
    const bad = { method: 'DELETE', path: '/Users/none' }
    const last = user('last')
    expect(statuses(await scim.bulk([user('a'), bad, last], { failOnErrors: 1 }))).toEqual(['201', '404'])
    expect(statuses(await scim.bulk([bad, user('b'), bad, last], { failOnErrors: 2 }))).toEqual(['404', '201', '404'])
    expect(await scim.find('/Users', `userName eq "${(last.data as JsonObject)['userName']}"`)).toEqual([])
    expect(statuses(await scim.bulk([bad, bad, last], { failOnErrors: 3 }))).toEqual(['404', '404', '201'])
  })
})

test.describe('limits (RFC 7644 §3.7.4)', () => {
  const send = (body: Json) => ({ method: 'POST', path: '/Bulk', body })

  test('an empty list is answered with an empty list', async ({ scim }) => {
    expect(await scim.bulk([])).toEqual([])
  })

  test('what is no bulk request is 400', async ({ scim }) => {
    await scim.refused(send({ schemas: [BULK_REQUEST] }), 400, 'invalidSyntax', 'Operations')
    await scim.refused(send([]), 400, 'invalidSyntax', 'Operations')
    await scim.refused(send({ Operations: [], failOnErrors: -1 }), 400, 'invalidValue', 'failOnErrors')
  })

  test('1,001 operations are 413, which names the limit', async ({ scim }) => {
    await scim.refused(send({ Operations: Array<Json>(1001).fill({}) }), 413, undefined, 'maxOperations')
  })

  test('more than 16 MiB is 413, which names the limit', async ({ scim }) => {
    const big = user('big', { displayName: 'x'.repeat(16 * 1024 * 1024) })
    await scim.refused(send({ Operations: [big] }), 413, undefined, '16 MiB')
  })

  test('1,000 operations go through', async ({ scim }) => {
    const people = Array.from({ length: 999 }, (_, index) => user(`p${index}`))
    const results = await scim.bulk([group('all', ...people.map(({ bulkId }) => `bulkId:${bulkId}`)), ...people])
    expect(new Set(statuses(results))).toEqual(new Set(['201']))
    const ids = results.map(idOf)
    expect(memberIds(await scim.read('/Groups', ids[0]!))).toEqual(ids.slice(1).sort())
    const gone = await scim.bulk(
      results.map(({ location }) => ({ method: 'DELETE', path: location!.slice(suite.baseUrl.length) })),
    )
    expect(new Set(statuses(gone))).toEqual(new Set(['204']))
  })
})

test('other providers’ resources are unknown', async ({ scim, other }) => {
  const { id } = await other.user()
  expect(statuses(await scim.bulk([{ method: 'DELETE', path: `/Users/${id}` }]))).toEqual(['404'])
  await other.read('/Users', id)
})
