import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { createClient, revokeClient } from '@/lib/providers/oauth/clients'
import { changeProvider, createProvider } from '@/lib/providers/providers'
import type { Scope } from '@/lib/providers/scopes'
import { drain } from '@/lib/sync-log/refusal-queue'
import { useDatabase } from '@/lib/testing/database'
import { expectError, loggedCalls, useEndpoint } from '@/lib/testing/endpoint'
import type { ScimReply } from '../scim-exchange'

useDatabase()
const endpoint = useEndpoint()
const has: Scope[] = ['users:read', 'users:write', 'groups:read']

let id: string
let secret: string

beforeEach(async () => {
  const made = await createClient(endpoint.provider.id, { name: 'Sync', scopes: has })
  id = made.info.id
  secret = made.secret!
})
// A refusal's row is written after its answer: none of them is left for the next test.
afterEach(drain)

type Parameters = Record<string, string> | [string, string][]

/** Asks for a token as a client with a secret does, unless told otherwise. */
function ask(parameters: Parameters = post(), headers: Record<string, string> = {}, authorization = '') {
  const all = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
  const body = new URLSearchParams(parameters).toString()
  return endpoint.ask('/scim/okta/oauth/token', { method: 'POST', headers: all, authorization, body })
}
const grant = { grant_type: 'client_credentials' }
const post = (more: Record<string, string> = {}) => ({ ...grant, client_id: id, client_secret: secret, ...more })
const basic = (text = `${id}:${secret}`) => `Basic ${Buffer.from(text).toString('base64')}`
const tokenOf = (reply: ScimReply) => (reply.body as { access_token: string }).access_token
const read = (token: string, path = '/Users') => endpoint.ask(path, { authorization: `Bearer ${token}` })

/** RFC 6749 §5.2. */
function expectRefusal(reply: ScimReply, status: number, error: string, description = /./) {
  expect([reply.status, reply.body]).toEqual([status, { error, error_description: expect.stringMatching(description) }])
  expect(reply.body!['error_description']).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  expect(reply.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  expect(reply.headers['www-authenticate']).toBe(status === 401 ? 'Basic realm="SCIM"' : undefined)
}

describe('an access token', () => {
  test('is given for an hour, with what the client may do, and works', async () => {
    const reply = await ask()
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      access_token: expect.stringMatching(/^rca_[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'users:read users:write groups:read',
    })
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      pragma: 'no-cache',
    })
    expect((await read(tokenOf(reply))).status).toBe(200)
    expect(tokenOf(await ask())).not.toBe(tokenOf(reply))
  })

  test.each([
    ['users:read', 'users:read'],
    ['groups:read  users:read', 'users:read groups:read'],
    ['', has.join(' ')],
  ])('of scope %j may do %j', async (scope, given) => {
    const reply = await ask(post({ scope }))
    expect(reply.body).toMatchObject({ scope: given })
    const write = { method: 'POST', authorization: `Bearer ${tokenOf(reply)}`, body: '{}' }
    expect((await endpoint.ask('/Users', write)).status).toBe(given.includes('users:write') ? 400 : 403)
    expect((await endpoint.ask('/Groups', write)).status).toBe(403)
  })

  test('is refused when its client was revoked, and its calls are the client’s in the log', async () => {
    const token = tokenOf(await ask())
    expect((await read(token)).status).toBe(200)
    await revokeClient(endpoint.provider.id, id)
    const reply = await read(token)
    expectError(reply, 401, 'client of this access token was revoked')
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="SCIM", error="invalid_token"')
    expect(await loggedCalls()).toMatchObject([{ status: 401, url: '/Users', token_id: id }])
  })

  test('that has expired says so', async () => {
    const token = tokenOf(await ask())
    await query(sql`update access_tokens set expires_at = now() - interval '1 second'`)
    expectError(await read(token), 401, 'Ask the token endpoint')
  })

  test('is bound to the provider’s addresses and its calls a second', async () => {
    const token = tokenOf(await ask())
    await changeProvider(endpoint.provider.id, { allowedAddresses: ['203.0.113.0/24'] })
    expectError(await read(token), 403, 'are not allowed')
    await changeProvider(endpoint.provider.id, { allowedAddresses: [], callsPerSecond: 1 })
    const replies = await Promise.all(Array.from({ length: 12 }, () => read(token)))
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(2)
  })
})

describe('a client authenticates', () => {
  test.each<[string, () => Promise<ScimReply>]>([
    ['by Basic', () => ask(grant, {}, basic())],
    ['by Basic in any case', () => ask(grant, {}, basic().replace('Basic', 'bASIC'))],
    ['by Basic, form-encoded (RFC 6749 §2.3.1)', () => ask(grant, {}, basic(`${id.replaceAll('-', '%2D')}:${secret}`))],
    ['by Basic, with its id in the body too', () => ask({ ...grant, client_id: id, client_secret: '' }, {}, basic())],
    ['by the body', () => ask()],
    ['with what we do not know', () => ask(post({ audience: 'x', resource: 'https://x.example' }))],
    ['with a charset', () => ask(post(), { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset="UTF-8"' })],
    ['at a URL with a slash', () => endpoint.ask('/scim//okta/oauth/token/?a=1', form())],
  ])('%s', async (_, asked) => {
    expect((await asked()).status).toBe(200)
  })

  const form = () => ({
    method: 'POST',
    authorization: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(post()).toString(),
  })
})

describe('is not authenticated', () => {
  test.each<[string, () => Promise<ScimReply>]>([
    ['a wrong secret', () => ask(post({ client_secret: 'rcs_wrong' }))],
    ['a wrong secret by Basic', () => ask(grant, {}, basic(`${id}:rcs_wrong`))],
    ['an unknown client', () => ask(post({ client_id: '0197a3c0-0000-7000-8000-000000000000' }))],
    ['a client id of another kind', () => ask(post({ client_id: "x' or 1=1 --\u0000" }))],
  ])('%s, like any other, and without a row', async (_, asked) => {
    expectRefusal(await asked(), 401, 'invalid_client', /no such client here, or its secret or signature/)
    expect(await loggedCalls()).toEqual([])
  })

  test('a client of another provider, or of none', async () => {
    const entra = await createProvider({ name: 'Entra', slug: 'entra' })
    const { info, secret } = await createClient(entra.id, { name: 'Entra', scopes: has })
    const theirs = post({ client_id: info.id, client_secret: secret! })
    expectRefusal(await ask(theirs), 401, 'invalid_client', /no such client/)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const asked = { method: 'POST', authorization: '', headers: form, body: new URLSearchParams(theirs).toString() }
    expect((await endpoint.ask('/scim/entra/oauth/token', asked)).status).toBe(200)
    expectRefusal(await endpoint.ask('/scim/nobody/oauth/token', asked), 401, 'invalid_client', /no such client/)
  })

  test.each<[string, () => Promise<ScimReply>, RegExp]>([
    ['nobody', () => ask(grant), /Authenticate with/],
    ['an id alone', () => ask({ ...grant, client_id: id }), /Authenticate with/],
    ['a bearer token', () => ask(grant, {}, 'Bearer abc'), /does not hold Basic/],
    ['Basic that is no base64', () => ask(grant, {}, 'Basic a b'), /does not hold Basic/],
    ['Basic without a colon', () => ask(grant, {}, basic('abc')), /client ID and a secret/],
    ['Basic without a secret', () => ask(grant, {}, basic(`${id}:`)), /client ID and a secret/],
    ['Basic that is badly encoded', () => ask(grant, {}, basic(`${id}:%zz`)), /client ID and a secret/],
  ])('%s', async (_, asked, description) => {
    expectRefusal(await asked(), 401, 'invalid_client', description)
  })

  test('after many guesses nobody is heard from there, but who was right before', async () => {
    expect((await ask()).status).toBe(200)
    const guess = () => ask(post({ client_secret: 'guess' }))
    for (let time = 0; time < 120; time++) await guess()
    const reply = await guess()
    expectRefusal(reply, 429, 'temporarily_unavailable', /wrong credentials/)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(grant, {}, basic())).status).toBe(200)
    expect((await read(tokenOf(await ask()))).status).toBe(200)
  })
})

describe('a request that is not as it should be', () => {
  test.each<[string, () => Promise<ScimReply>, number, string, RegExp]>([
    ['no grant type', () => ask(post({ grant_type: '' })), 400, 'invalid_request', /grant_type is missing/],
    ['another grant', () => ask(post({ grant_type: 'password' })), 400, 'unsupported_grant_type', /client_credentials/],
    ['an unknown scope', () => ask(post({ scope: 'users:read x' })), 400, 'invalid_scope', /may not ask for x/],
    ['a scope beyond', () => ask(post({ scope: 'groups:write' })), 400, 'invalid_scope', /groups:write.*It has: users/],
    ['two scopes in odd letters', () => ask(post({ scope: 'ä"\\' })), 400, 'invalid_scope', /may not ask for \?'\?/],
    ['two ways', () => ask(post(), {}, basic()), 400, 'invalid_request', /in one way/],
    [
      'another client by Basic',
      () => ask({ ...grant, client_id: 'x' }, {}, basic()),
      400,
      'invalid_request',
      /another/,
    ],
    ['no id', () => ask({ ...grant, client_secret: secret }), 400, 'invalid_request', /client_id is missing/],
    ['twice', () => ask([...Object.entries(post()), ['scope', 'a'], ['scope', 'b']]), 400, 'invalid_request', /twice/],
    ['JSON', () => ask(post(), { 'content-type': 'application/json' }), 400, 'invalid_request', /urlencoded/],
    ['no type', () => ask(post(), { 'content-type': '' }), 400, 'invalid_request', /urlencoded/],
    ['gzip', () => ask(post(), { 'content-encoding': 'gzip' }), 400, 'invalid_request', /uncompressed/],
    ['too much', () => ask(post({ a: 'b'.repeat(16 * 1024) })), 413, 'invalid_request', /16 KiB/],
  ])('%s', async (_, asked, status, error, description) => {
    expectRefusal(await asked(), status, error, description)
  })

  test.each(['GET', 'PUT', 'OPTIONS', 'HEAD'])('%s', async (method) => {
    const reply = await endpoint.ask('/scim/okta/oauth/token', { method })
    expectRefusal(reply, 405, 'invalid_request')
    expect(reply.headers['allow']).toBe('POST')
  })

  test.each(['/scim/okta/oauth', '/scim/okta/oauth/token/x', '/scim/oauth/token', '/scim/okta/OAuth/token'])(
    '%s is no token endpoint',
    async (target) => expectError(await endpoint.ask(target), 404, '/scim/'),
  )
})

describe('a right client may not now', () => {
  test.each<[string, () => Promise<unknown>, number, string, RegExp]>([
    ['is revoked', () => revokeClient(endpoint.provider.id, id), 401, 'invalid_client', /was revoked/],
    [
      'calls from elsewhere',
      () => changeProvider(endpoint.provider.id, { allowedAddresses: ['203.0.113.1'] }),
      400,
      'unauthorized_client',
      /are not allowed/,
    ],
    [
      'belongs to a provider that is off',
      () => changeProvider(endpoint.provider.id, { enabled: false }),
      400,
      'unauthorized_client',
      /switched off/,
    ],
  ])('when it %s: told to it alone, and in the log without a secret', async (_, change, status, error, description) => {
    await change()
    expectRefusal(await ask(), status, error, description)
    expectRefusal(await ask(post({ client_secret: 'wrong' })), 401, 'invalid_client', /no such client/)
    expect(await loggedCalls()).toMatchObject([{ status, method: 'POST', url: '/oauth/token', token_id: id }])
    const rows = await query<{ text: string }>(sql`
      select l::text || coalesce(p::text, '') as text from sync_log l left join sync_log_payloads p on p.log_id = l.id`)
    expect(rows[0]!.text).not.toContain(secret)
  })

  test('when it asks for tokens without end: 429, with one row', async () => {
    for (let time = 0; time < 100; time++) expect((await ask()).status).toBe(200)
    for (let time = 0; time < 3; time++) expectRefusal(await ask(), 429, 'temporarily_unavailable', /good for an hour/)
    expect(await loggedCalls()).toMatchObject([{ status: 429 }])
  })
})

describe('ServiceProviderConfig', () => {
  const schemes = async (authorization?: string) => {
    const { body } = await endpoint.ask('/ServiceProviderConfig', authorization === undefined ? {} : { authorization })
    return (body as { authenticationSchemes: { type: string; primary: boolean }[] }).authenticationSchemes
  }
  const types = async (authorization?: string) => (await schemes(authorization)).map(({ type }) => type)

  test('tells of OAuth where the provider has a client, and of one primary scheme', async () => {
    expect(await types()).toEqual(['oauthbearertoken', 'oauth2'])
    expect(JSON.stringify(await schemes())).toContain('/scim/okta/oauth/token')
    expect((await schemes()).filter(({ primary }) => primary)).toHaveLength(1)
    expect(await types('')).toEqual(['oauthbearertoken'])
    await revokeClient(endpoint.provider.id, id)
    expect(await types()).toEqual(['oauthbearertoken'])
  })
})
