import type { JsonObject } from '@/lib/idp-clients/json'
import { connect } from '@/lib/idp-clients/http'
import { protocolFaults } from '@/lib/idp-clients/protocol'
import { expect, test } from './fixture'
import { origin, suite, unique } from './server'

const wrong: [string, string][] = [
  ['no Authorization', ''],
  ['an empty bearer token', 'Bearer '],
  ['a wrong token', 'Bearer rc_0000000000000000000000000000000000000000000'],
  ['a scheme that is not Bearer', `Basic ${Buffer.from(`scim:${suite.token}`).toString('base64')}`],
  ['the token without a scheme', suite.token],
]
for (const [name, authorization] of wrong)
  for (const [method, path] of [
    ['GET', '/Users'],
    ['GET', '/Nonsense'],
    ['POST', '/Users'],
    ['PATCH', '/Nonsense'],
  ] as const)
    test(`${name}: ${method} ${path} is 401 and says no more`, async ({ scim }) => {
      const { headers, body } = await scim.ask(
        { method, path, headers: { authorization }, ...(method !== 'GET' && { body: '{not json' }) },
        { status: 401 },
      )
      expect(headers['www-authenticate']).toMatch(/^Bearer\b/)
      expect(JSON.stringify(body)).not.toContain(suite.slug)
    })

test('the scheme is read in any case', async ({ scim }) => {
  await scim.ask(
    { method: 'GET', path: '/Users?count=0', headers: { authorization: `bEARER ${suite.token}` } },
    { status: 200 },
  )
})

test('an unknown provider answers like a wrong token', async ({ scim }) => {
  const authorization = 'Bearer rc_0000000000000000000000000000000000000000001'
  const known = await scim.ask({ method: 'GET', path: '/Users', headers: { authorization } }, { status: 401 })
  const stranger = connect(
    { baseUrl: `${origin}/scim/${unique('nobody')}/v2`, token: '' },
    { name: '', reads: {}, writes: {} },
  )
  const unknown = await stranger.send({ method: 'GET', path: '/Users', headers: { authorization } })
  stranger.close()
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect(unknown.headers['www-authenticate']).toBe(known.headers['www-authenticate'])
})

test('a right token of another provider is wrong here', async ({ scim, other }) => {
  await scim.ask(
    { method: 'GET', path: '/Users', headers: { authorization: `Bearer ${other.target.token}` } },
    { status: 401 },
  )
})

test('a wrong token learns nothing of a resource', async ({ scim }) => {
  const user = await scim.user()
  const headers = { authorization: 'Bearer rc_0000000000000000000000000000000000000000002' }
  const there = await scim.ask({ method: 'GET', path: `/Users/${user.id}`, headers }, { status: 401 })
  const nowhere = await scim.ask({ method: 'GET', path: '/Users/none', headers }, { status: 401 })
  expect(there.body).toEqual(nowhere.body)
  await scim.ask({ method: 'DELETE', path: `/Users/${user.id}`, headers }, { status: 401 })
  await scim.read('/Users', user.id)
})

test('a token that Entra issued itself is refused with what to do', async ({ scim }) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwt = `${part({ alg: 'RS256' })}.${part({ iss: 'https://sts.windows.net/8adf8e6e/' })}.c2ln`
  await scim.refused(
    { method: 'GET', path: '/Users', headers: { authorization: `Bearer ${jwt}` } },
    401,
    undefined,
    'Secret Token',
  )
})

test.describe('another provider’s resource is 404 like an unknown one', () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
    for (const endpoint of ['/Users', '/Groups'])
      test(`${method} ${endpoint}`, async ({ scim, other }) => {
        const mine = endpoint === '/Users' ? await scim.user() : await scim.group()
        const body: JsonObject =
          method === 'PUT'
            ? { userName: unique('other'), displayName: unique('other') }
            : { Operations: [{ op: 'replace', value: { displayName: unique('taken') } }] }
        const request = { method, path: `${endpoint}/${mine.id}`, ...(/^P/.test(method) && { body }) }
        await other.ask(request, { status: 404 })
        expect((await scim.read(endpoint, mine.id)).meta.version).toBe(mine.meta.version)
      })

  test('nor does it take part in lists, filters, uniqueness', async ({ scim, other }) => {
    const mine = await scim.user()
    expect(await other.find('/Users', `id eq "${mine.id}"`)).toEqual([])
    const userName = String(mine['userName'])
    expect(await other.find('/Users', `userName eq "${userName}"`)).toEqual([])
    await other.user({ userName })
  })
})

test.describe('discovery without a token', () => {
  for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'])
    for (const slug of [suite.slug, unique('nobody')])
      test(`${path} answers for ${slug === suite.slug ? 'a provider' : 'any slug'}`, async () => {
        const target = { baseUrl: `${origin}/scim/${slug}/v2`, token: '' }
        const client = connect(target, { name: '', reads: {}, writes: {} })
        const exchange = await client.send({ method: 'GET', path, headers: { authorization: '' } })
        client.close()
        expect(exchange.status).toBe(200)
        expect(protocolFaults(exchange)).toEqual([])
      })

  test('but a wrong token is 401 there as everywhere', async ({ scim }) => {
    await scim.ask(
      { method: 'GET', path: '/Schemas', headers: { authorization: 'Bearer rc_00000000000000000000000000000003' } },
      { status: 401 },
    )
  })
})
