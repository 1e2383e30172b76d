import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { changeProvider } from '@/lib/providers/providers'
import { useDatabase } from '@/lib/testing/database'
import { type Asked, expectError, loggedCalls, useEndpoint } from '@/lib/testing/endpoint'

useDatabase()
const endpoint = useEndpoint()

describe('what can’t be answered is said in SCIM’s shape, and in the log', () => {
  const large = ' '.repeat(16 * 1024 * 1024 + 1)
  test.each<[string, string, Asked, number, string | RegExp, string?]>([
    ['an unknown endpoint', '/Roles', {}, 404, 'no endpoint /Roles'],
    ['a path below a resource', '/Users/1/2', {}, 404, 'no endpoint'],
    ['/Me', '/Me', {}, 501, '/Me stands for the user'],
    ['no bulk request', '/Bulk', { method: 'POST', body: '{}' }, 400, '"Operations" must be', 'invalidSyntax'],
    ['no search request', '/.search', { method: 'POST', body: '{"filters":""}' }, 400, '"filters"', 'invalidSyntax'],
    ['a search for nothing known', '/?filter=shoe+pr', {}, 400, 'no attribute "shoe"', 'invalidFilter'],
    ['a form', '/Users', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a' }, 415, 'scim\\+json'],
    ['no JSON', '/Users', { method: 'POST', body: '{' }, 400, 'not valid JSON', 'invalidSyntax'],
    ['an empty body', '/Users', { method: 'POST' }, 400, 'empty', 'invalidSyntax'],
    ['NUL', '/Users', { method: 'POST', body: '{"userName":"a\\u0000"}' }, 400, 'userName', 'invalidValue'],
    ['a large body', '/Users', { method: 'POST', body: large }, 413, '16 MiB'],
    ['a long URL', `/Users?filter=${'a'.repeat(16 * 1024)}`, {}, 414, '16 KiB'],
  ])('%s', async (_, target, asked, status, detail, scimType) => {
    const reply = await endpoint.ask(target, asked)
    expectError(reply, status, detail, scimType)
    const [row] = await loggedCalls()
    expect(row).toMatchObject({ status, action: 'refused', id: reply.headers['x-request-id'] })
  })

  test.each([
    ['/Users', 'DELETE', 'GET, POST, HEAD, OPTIONS'],
    ['/Users/1', 'POST', 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'],
    ['/Schemas', 'POST', 'GET, HEAD, OPTIONS'],
    ['/Bulk', 'GET', 'POST, OPTIONS'],
    ['/Users/.search', 'GET', 'POST, OPTIONS'],
    ['/', 'POST', 'GET, HEAD, OPTIONS'],
  ])('%s does not take %s', async (target, method, allow) => {
    const reply = await endpoint.ask(target, { method })
    expectError(reply, 405, `${method} is not possible here`)
    expect(reply.headers.allow).toBe(allow)
  })

  test('what is not below a base URL', async () => {
    expectError(await endpoint.ask('/scim/okta/v1/Users'), 404, '/scim/\\{provider\\}/v2')
  })
})

describe('leniencies about the URL', () => {
  const search = (more: object) => ({
    method: 'POST',
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], ...more }),
  })
  test.each<[string, Asked, number, number, string]>([
    ['/users', {}, 200, 404, 'endpoint-case'],
    ['/users/.SEARCH', search({ count: 1 }), 200, 404, 'endpoint-case'],
    ['/GROUPS/1', {}, 404, 404, 'endpoint-case'],
    ['/serviceproviderconfig', {}, 200, 404, 'endpoint-case'],
    ['/schemas/urn:ietf:params:scim:schemas:core:2.0:User', {}, 200, 404, 'endpoint-case'],
    ['/Users?attributes=emails[type+eq+"work"].value', {}, 200, 200, 'filter-in-attributes'],
    ['/.search', search({ attributes: ['emails[type eq "work"]'] }), 200, 200, 'filter-in-attributes'],
  ])('%s', async (target, asked, lenient, strict, code) => {
    await changeProvider(endpoint.provider.id, { logReads: true })
    expect((await endpoint.ask(target, asked)).status).toBe(lenient)
    expect((await loggedCalls()).at(-1)!.notes).toMatchObject([{ code }])
    await changeProvider(endpoint.provider.id, { strict: true })
    expect((await endpoint.ask(target, asked)).status).toBe(strict)
    expect((await loggedCalls()).at(-1)!.notes).toBeNull()
  })

  test('what is shown, and what in Strict', async () => {
    const user = { userName: 'ann', emails: [{ value: 'a@x', type: 'work' }] }
    await endpoint.ask('/USERS', { method: 'POST', body: JSON.stringify(user) })
    const ask = async () => (await endpoint.ask('/Users?attributes=emails[type+eq+"work"].value')).body
    expect(await ask()).toMatchObject({ Resources: [{ emails: [{ value: 'a@x' }] }] })
    await changeProvider(endpoint.provider.id, { strict: true })
    expect(await ask()).not.toMatchObject({ Resources: [{ emails: expect.anything() as unknown }] })
  })

  test('discovery without a token has its names in any case', async () => {
    expect((await endpoint.ask('/serviceproviderconfig', { authorization: '' })).status).toBe(200)
  })
})

test('OPTIONS tells the methods', async () => {
  expect(await endpoint.ask('/Users/1', { method: 'OPTIONS' })).toMatchObject({
    status: 204,
    headers: { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' },
  })
})

test('every answer has a request id of its own and the headers of security', async () => {
  const ids = new Set<string | undefined>()
  for (const reply of [
    await endpoint.ask('/Users'),
    await endpoint.ask('/Nope'),
    await endpoint.ask('/Users', { authorization: '' }),
  ]) {
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    ids.add(reply.headers['x-request-id'])
  }
  expect(ids.size).toBe(3)
})

test('a forged Host does not reach what is answered', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  expect(JSON.stringify(await endpoint.ask('/ServiceProviderConfig', { headers }))).not.toContain('evil')
})

test('the token is nowhere in the log', async () => {
  await endpoint.ask('/Nope')
  await loggedCalls()
  const rows = await query<{ text: string }>(sql`
    select l::text || coalesce(p::text, '') as text from sync_log l left join sync_log_payloads p on p.log_id = l.id`)
  expect(rows).toHaveLength(1)
  expect(rows[0]!.text).not.toContain(endpoint.token)
})
