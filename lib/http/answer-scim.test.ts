import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { changeProvider, createProvider } from '@/lib/providers/providers'
import { forgetLookups } from '@/lib/providers/lookup-cache'
import type { Scope } from '@/lib/providers/scopes'
import { generateToken, revokeToken } from '@/lib/providers/tokens'
import { drain } from '@/lib/sync-log/refusal-queue'
import { useDatabase } from '@/lib/testing/database'
import { answerScim } from './answer-scim'
import { setListeningAddress } from './base-url'
import type { ScimReply } from './scim-exchange'

useDatabase()

let okta: Provider
let token: string
let tokenId: string
// Each test guesses from an address of its own.
let address = 0

beforeEach(async () => {
  setListeningAddress('127.0.0.1', 3000)
  address++
  forgetLookups()
  okta = await createProvider({ name: 'Okta', slug: 'okta' })
  const made = await generateToken(okta.id)
  token = made.token
  tokenId = made.info.id
})

// A refusal's row is written after its answer: none of them is left for the next test.
afterEach(drain)

interface Asked {
  method?: string
  authorization?: string
  headers?: Record<string, string>
  body?: string
}

/** Asks with the provider's token, unless told otherwise. */
function ask(target: string, { method = 'GET', authorization = `Bearer ${token}`, headers = {}, body }: Asked = {}) {
  const all: Record<string, string> = { 'content-type': 'application/scim+json', ...headers, authorization }
  return answerScim({
    method,
    target: target.startsWith('/scim') ? target : `/scim/okta/v2${target}`,
    header: (name) => all[name] || undefined,
    body: body === undefined ? undefined : bytes(body),
    address: `192.0.2.${address}`,
  })
}

async function* bytes(text: string) {
  yield Buffer.from(text)
}

/** The rows of the log, once they are written. */
async function logged() {
  await drain()
  return query<{
    id: string
    status: number
    action: string
    method: string
    url: string
    detail: string
    token_id: string
  }>(sql`select id, status, action, method, url, detail, token_id from sync_log order by id`)
}

function expectError(reply: ScimReply, status: number, detail: string | RegExp, scimType?: string) {
  expect(reply.status).toBe(status)
  expect(reply.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    detail: expect.stringMatching(detail),
  })
  expect(reply.headers['content-type']).toBe('application/scim+json')
}

describe('without a token', () => {
  test.each(['/ServiceProviderConfig', '/ResourceTypes', '/ResourceTypes/User', '/Schemas'])(
    '%s answers, for any slug alike',
    async (path) => {
      const known = await ask(path, { authorization: '' })
      expect(known.status).toBe(200)
      const unknown = await ask(`/scim/nobody/v2${path}`, { authorization: '' })
      expect(JSON.stringify(unknown.body)).toBe(JSON.stringify(known.body).replaceAll('/scim/okta/', '/scim/nobody/'))
    },
  )

  test.each(['/Users', '/Groups/1', '/Me', '/Nothing', '/'])('%s is 401, for any slug alike', async (path) => {
    const known = await ask(path, { authorization: '' })
    expectError(known, 401, 'A bearer token is needed')
    expect(known.headers['www-authenticate']).toBe('Bearer realm="SCIM"')
    const unknown = await ask(`/scim/nobody/v2${path}`, { authorization: '' })
    expect(unknown.body).toEqual(known.body)
  })

  test('discovery can be hidden by the provider', async () => {
    await changeProvider(okta.id, { discoveryNeedsToken: true })
    expectError(await ask('/Schemas', { authorization: '' }), 401, 'token is needed')
    expect((await ask('/Schemas')).status).toBe(200)
  })

  test('discovery can’t be filtered', async () => {
    expectError(await ask('/Schemas?filter=id%20eq%20%22x%22', { authorization: '' }), 403, 'can’t be filtered')
  })
})

describe('a token that is not the provider’s', () => {
  test('is 401, at an unknown provider too, and leaves no row', async () => {
    const wrong = await ask('/Users', { authorization: 'Bearer wrong' })
    expectError(wrong, 401, 'not valid for this provider')
    expect(wrong.headers['www-authenticate']).toBe('Bearer realm="SCIM", error="invalid_token"')
    const unknown = await ask('/scim/nobody/v2/Users')
    expect(unknown.body).toEqual(wrong.body)
    expect(unknown.headers['www-authenticate']).toBe(wrong.headers['www-authenticate'])
    expect(await logged()).toEqual([])
  })

  test('does not open discovery', async () => {
    expectError(await ask('/Schemas', { authorization: 'Bearer wrong' }), 401, 'not valid')
  })

  test.each(['non-token', 'Basic YTpi', 'Bearer', 'Bearer a b'])('%s is not a bearer token', async (authorization) => {
    const reply = await ask('/Users', { authorization })
    expectError(reply, 401, 'does not hold a bearer token')
    expect(reply.headers['www-authenticate']).toContain('error="invalid_request"')
  })

  test('that Entra issued is answered with what to do', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const jwt = `${part({ alg: 'RS256' })}.${part({ iss: 'https://sts.windows.net/11111111/' })}.c2ln`
    expectError(
      await ask('/Users', { authorization: `Bearer ${jwt}` }),
      401,
      /Secret Token field was left empty.*paste/,
    )
  })

  test('is not heard for a while after many guesses, but a right one is', async () => {
    for (let guess = 0; guess < 120; guess++) await ask('/Users', { authorization: `Bearer guess-${guess}` })
    expect((await ask('/Users')).status).toBe(429)
    address++
    expect((await ask('/Users')).status).toBe(200)
    address--
    expect((await ask('/Users')).status).toBe(200)
    const reply = await ask('/Users', { authorization: 'Bearer guess' })
    expectError(reply, 429, 'Too many calls with a wrong token')
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a right token', () => {
  test('is taken whatever the case of its scheme', async () => {
    expect((await ask('/Users', { authorization: `bearer ${token}` })).status).toBe(200)
    expect((await ask('/Users', { authorization: `BEARER  ${token}` })).status).toBe(200)
  })

  test('that is revoked is 401 at once, and in the log', async () => {
    await ask('/Users')
    await revokeToken(okta.id, tokenId)
    expectError(await ask('/Users'), 401, 'was revoked')
    expect(await logged()).toMatchObject([{ status: 401, action: 'refused', detail: expect.stringMatching('revoked') }])
  })

  test('that has expired is 401, and in the log', async () => {
    await query(sql`update tokens set expires_at = now() - interval '1 second'`)
    expectError(await ask('/Users'), 401, 'has expired')
    expect(await logged()).toMatchObject([{ status: 401, action: 'refused' }])
  })

  test('of a provider that is off is 403 at once, and in the log', async () => {
    await ask('/Users')
    await changeProvider(okta.id, { enabled: false })
    expectError(await ask('/Users'), 403, 'switched off')
    expect(await logged()).toMatchObject([{ status: 403, action: 'refused' }])
  })
})

describe('a token of some scopes', () => {
  const only = async (...scopes: Scope[]) => (await generateToken(okta.id, { scopes })).token

  test('is 403 for the others, which the challenge names, and in the log', async () => {
    const authorization = `Bearer ${await only('users:read', 'groups:write')}`
    expect((await ask('/Users', { authorization })).status).toBe(200)
    const write = await ask('/Users', { authorization, method: 'POST', body: '{"userName":"ann"}' })
    expectError(write, 403, 'lacks users:write')
    expect(write.headers['www-authenticate']).toBe(
      'Bearer realm="SCIM", error="insufficient_scope", scope="users:write"',
    )
    expectError(await ask('/Groups', { authorization }), 403, 'lacks groups:read')
    const group = await ask('/Groups', { authorization, method: 'POST', body: '{"displayName":"Eng"}' })
    expect(group.status).toBe(201)
    expect(await logged()).toMatchObject([{ status: 403 }, { status: 403 }, { status: 201 }])
  })

  test.each(['/Schemas', '/ServiceProviderConfig', '/ResourceTypes'])('reads %s', async (path) => {
    expect((await ask(path, { authorization: `Bearer ${await only('groups:write')}` })).status).toBe(200)
  })

  test('learns the methods, and that an endpoint is unknown', async () => {
    const authorization = `Bearer ${await only('users:read')}`
    expect((await ask('/Groups', { authorization, method: 'OPTIONS' })).status).toBe(204)
    expect((await ask('/Roles', { authorization })).status).toBe(404)
  })
})

describe('a provider that may call from some addresses', () => {
  test('is 403 from elsewhere, which is named, and in the log', async () => {
    await changeProvider(okta.id, { allowedAddresses: ['203.0.113.0/24', '2001:db8::/48'] })
    const reply = await ask('/Users')
    expectError(reply, 403, `Calls from 192\\.0\\.2\\.${address} are not allowed`)
    expect(reply.headers['www-authenticate']).toBeUndefined()
    const [{ token_id: from } = { token_id: '' }] = await logged()
    expect(from).toBe(tokenId)
    await changeProvider(okta.id, { allowedAddresses: [`192.0.2.${address}`] })
    expect((await ask('/Users')).status).toBe(200)
  })

  test('hides where a wrong token could come from', async () => {
    await changeProvider(okta.id, { allowedAddresses: ['203.0.113.0/24'] })
    expectError(await ask('/Users', { authorization: 'Bearer wrong' }), 401, 'not valid for this provider')
  })
})

describe('calls', () => {
  test('have no limit unless the provider has one', async () => {
    const { callsPerSecond } = okta
    expect(callsPerSecond).toBeNull()
    const replies = await Promise.all(Array.from({ length: 300 }, () => ask('/Schemas/none')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]))
  })

  test('beyond the provider’s limit are 429 with Retry-After; the log has one row of them', async () => {
    await changeProvider(okta.id, { callsPerSecond: 2 })
    for (let call = 0; call < 20; call++) expect((await ask('/ServiceProviderConfig')).status).toBe(200)
    for (let call = 0; call < 3; call++) {
      const reply = await ask('/ServiceProviderConfig')
      expectError(reply, 429, 'Okta may make 2 calls a second')
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
      expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(10)
    }
    expect(await logged()).toMatchObject([{ status: 429, action: 'refused' }])
    await changeProvider(okta.id, { callsPerSecond: 25 })
    expect((await ask('/ServiceProviderConfig')).status).toBe(200)
  })

  test('with a revoked token take nothing from the provider’s limit', async () => {
    const { token: second } = await generateToken(okta.id)
    await revokeToken(okta.id, tokenId)
    await changeProvider(okta.id, { callsPerSecond: 1 })
    for (let call = 0; call < 30; call++) expect((await ask('/Schemas')).status).toBe(401)
    expect((await ask('/Schemas', { authorization: `Bearer ${second}` })).status).toBe(200)
  })

  test('without a token have one for each address', async () => {
    for (let call = 0; call < 500; call++) await ask('/Nothing', { authorization: '' })
    const reply = await ask('/ServiceProviderConfig', { authorization: '' })
    expectError(reply, 429, 'Too many calls without a token')
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('/ServiceProviderConfig')).status).toBe(200)
    address++
    expect((await ask('/ServiceProviderConfig', { authorization: '' })).status).toBe(200)
  })
})

describe('what can’t be answered is said in SCIM’s shape, and in the log', () => {
  const large = ' '.repeat(16 * 1024 * 1024 + 1)
  test.each<[string, string, Asked, number, string | RegExp, string?]>([
    ['an unknown endpoint', '/Roles', {}, 404, 'no endpoint /Roles'],
    ['a path below a resource', '/Users/1/2', {}, 404, 'no endpoint'],
    ['/Me', '/Me', {}, 501, '/Me stands for the user'],
    ['no bulk request', '/Bulk', { method: 'POST', body: '{}' }, 400, '"Operations" must be', 'invalidSyntax'],
    ['/.search', '/.search', { method: 'POST', body: '{}' }, 501, 'Use GET'],
    ['the root', '/?aadOptscim062020', {}, 501, 'Use /Users or /Groups'],
    ['a form', '/Users', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a' }, 415, 'scim\\+json'],
    ['no JSON', '/Users', { method: 'POST', body: '{' }, 400, 'not valid JSON', 'invalidSyntax'],
    ['an empty body', '/Users', { method: 'POST' }, 400, 'empty', 'invalidSyntax'],
    ['NUL', '/Users', { method: 'POST', body: '{"userName":"a\\u0000"}' }, 400, 'userName', 'invalidValue'],
    ['a large body', '/Users', { method: 'POST', body: large }, 413, '16 MiB'],
    ['a long URL', `/Users?filter=${'a'.repeat(16 * 1024)}`, {}, 414, '16 KiB'],
  ])('%s', async (_, target, asked, status, detail, scimType) => {
    const reply = await ask(target, asked)
    expectError(reply, status, detail, scimType)
    const [row] = await logged()
    expect(row).toMatchObject({ status, action: 'refused', id: reply.headers['x-request-id'] })
  })

  test.each([
    ['/Users', 'DELETE', 'GET, POST, HEAD, OPTIONS'],
    ['/Users/1', 'POST', 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'],
    ['/Schemas', 'POST', 'GET, HEAD, OPTIONS'],
    ['/Bulk', 'GET', 'POST, OPTIONS'],
  ])('%s does not take %s', async (target, method, allow) => {
    const reply = await ask(target, { method })
    expectError(reply, 405, `${method} is not possible here`)
    expect(reply.headers.allow).toBe(allow)
  })

  test('what is not below a base URL', async () => {
    expectError(await ask('/scim/okta/v1/Users'), 404, '/scim/\\{provider\\}/v2')
  })
})

test('OPTIONS tells the methods', async () => {
  expect(await ask('/Users/1', { method: 'OPTIONS' })).toMatchObject({
    status: 204,
    headers: { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' },
  })
})

test('every answer has a request id of its own and the headers of security', async () => {
  const ids = new Set<string | undefined>()
  for (const reply of [await ask('/Users'), await ask('/Nope'), await ask('/Users', { authorization: '' })]) {
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    ids.add(reply.headers['x-request-id'])
  }
  expect(ids.size).toBe(3)
})

test('a forged Host does not reach what is answered', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  expect(JSON.stringify(await ask('/ServiceProviderConfig', { headers }))).not.toContain('evil')
})

test('the token is nowhere in the log', async () => {
  await ask('/Nope')
  await drain()
  const rows = await query<{ text: string }>(sql`
    select l::text || coalesce(p::text, '') as text from sync_log l left join sync_log_payloads p on p.log_id = l.id`)
  expect(rows).toHaveLength(1)
  expect(rows[0]!.text).not.toContain(token)
})
