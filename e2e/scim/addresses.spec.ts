import { request as httpRequest } from 'node:http'
import { expect, test } from './fixture'
import { origin, suite } from './server'

test.describe('paths', () => {
  for (const path of [
    '/Users/',
    '//Users',
    '/users',
    '/USERS',
    '/Users?',
    '/Users?unknown=1&also',
    '///Users//?count=0',
    '/Users?aadOptscim062020',
  ])
    test(`${path} is /Users`, async ({ scim }) => {
      await scim.get(path, { status: 200, body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'] } })
    })

  test('a resource’s path takes a trailing slash too', async ({ scim }) => {
    const { id } = await scim.user()
    await scim.get(`/Users/${id}/`, { status: 200, body: { id } })
    await scim.get(`//Users//${id}`, { status: 200, body: { id } })
  })

  for (const path of [
    '/Nonsense',
    '/Users/a/b',
    '/Users/%00',
    '/Users/%',
    '/Users/..%2f..',
    '/Groups/no-uuid',
    '/Users/'.padEnd(400, 'x'),
  ])
    test(`${path.slice(0, 40)} is 404 in SCIM’s shape`, async ({ scim }) => {
      await scim.get(path, { status: 404 })
    })

  test('a URL of more than 16 KiB is 414', async ({ scim }) => {
    await scim.refused({ method: 'GET', path: `/Users?x=${'y'.repeat(16 * 1024)}` }, 414, undefined, '16 KiB')
  })
})

test.describe('methods', () => {
  const refused: [string, string, string[]][] = [
    ['PUT', '/Users', ['GET', 'POST']],
    ['DELETE', '/Groups', ['GET', 'POST']],
    ['PATCH', '/Users', ['GET', 'POST']],
    ['POST', '/Users/some', ['GET', 'PUT', 'PATCH', 'DELETE']],
    ['POST', '/Schemas', ['GET']],
    ['DELETE', '/ServiceProviderConfig', ['GET']],
  ]
  for (const [method, path, possible] of refused)
    test(`${method} ${path} is 405 with Allow`, async ({ scim }) => {
      const { headers } = await scim.ask({ method, path, ...(method !== 'DELETE' && { body: {} }) }, { status: 405 })
      for (const allowed of possible) expect(headers['allow']).toContain(allowed)
    })

  for (const [method, path] of [
    ['GET', '/Me'],
    ['PATCH', '/Me'],
  ] as const)
    test(`${method} ${path} is 501, with what to do instead`, async ({ scim }) => {
      await scim.ask({ method, path, ...(method !== 'GET' && { body: {} }) }, { status: 501 })
    })

  test('HEAD answers like GET without the body', async ({ scim }) => {
    const { id, meta } = await scim.user()
    const { text, headers } = await scim.ask({ method: 'HEAD', path: `/Users/${id}` }, { status: 200 })
    expect(text).toBe('')
    expect(headers['etag']).toBe(meta.version)
    await scim.ask({ method: 'HEAD', path: '/Users/none' }, { status: 404 })
  })
})

test('Location, meta.location and $ref come from BASE_URL, whatever Host and X-Forwarded-Host say', async ({
  scim,
}) => {
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  }
  const user = await scim.user()
  const { text } = await scim.ask({ method: 'GET', path: `/Users/${user.id}`, headers }, { status: 200 })
  expect(text).not.toContain('evil.example')
  expect(user.meta.location).toBe(`${suite.baseUrl}/Users/${user.id}`)
  const made = await scim.ask(
    {
      method: 'POST',
      path: '/Groups',
      headers,
      body: { displayName: `Located ${user.id}`, members: [{ value: user.id }] },
    },
    { status: 201, body: { members: [{ $ref: user.meta.location, type: 'User' }] } },
  )
  expect(made.text + made.headers['location']).not.toContain('evil.example')
})

test('a body without Content-Length is read as well', async () => {
  const { status, text } = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
    const url = new URL(`${origin}/scim/${suite.slug}/v2/Users`)
    const headers = {
      authorization: `Bearer ${suite.token}`,
      'content-type': 'application/scim+json',
      'transfer-encoding': 'chunked',
    }
    const outgoing = httpRequest(url, { method: 'POST', headers }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      incoming.on('end', () => resolve({ status: incoming.statusCode, text }))
    }).on('error', reject)
    outgoing.write('{"displayName":')
    outgoing.end('"no name"}')
  })
  expect([status, text]).toEqual([400, expect.stringContaining('userName')])
})
