import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { exactly } from '@/lib/idp-clients/match'
import { expect, test } from './fixture'
import { replayed } from './server'
import { ask, bearer, client, grant, secretPost, tokenFor, tokenUrl } from './token-endpoint'

const basic = (secret = client.secret) => ({
  authorization: `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`,
})

test('an access token is answered as RFC 6749 §5.1 says, and lets the client in', async ({ scim }) => {
  const { status, headers, body } = await ask(secretPost)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache'])
  expect(body).toEqual({
    access_token: expect.stringMatching(/^[\w.~+/-]+=*$/),
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'users:read users:write groups:read groups:write',
  })
  const made = await scim.user()
  await scim.ask(
    { method: 'GET', path: `/Users/${made.id}`, headers: bearer(String(body['access_token'])) },
    { status: 200, body: { id: made.id } },
  )
})

test('Basic authenticates too', async () => {
  expect((await ask(grant, basic())).status).toBe(200)
})

const algorithms: [string, string, (key: ReturnType<typeof createPrivateKey>, data: Buffer) => Buffer][] = [
  ['RS256', 'rsa', (key, data) => sign('sha256', data, key)],
  ['ES256', 'ec', (key, data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })],
  ['EdDSA', 'ed25519', (key, data) => sign(null, data, key)],
]
for (const [alg, kid, seal] of algorithms)
  test(`private_key_jwt with ${alg} is taken, and once`, async () => {
    const key = createPrivateKey({ key: client.keys.find((each) => each.kid === kid)!, format: 'jwk' })
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: client.id, sub: client.id, aud: tokenUrl, exp: now + 300, jti: randomUUID() }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const data = `${part({ alg, kid })}.${part(claims)}`
    const form = {
      ...grant,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${data}.${seal(key, Buffer.from(data)).toString('base64url')}`,
    }
    expect(await ask(form)).toMatchObject({ status: 200 })
    expect(await ask(form)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  })

test('an access token is good at its own provider alone', async ({ other }) => {
  await other.ask({ method: 'GET', path: '/Users', headers: bearer(await tokenFor()) }, { status: 401 })
})

test('the client is unknown at another provider', async () => {
  const url = replayed.baseUrl.replace(/v2$/, 'oauth/token')
  expect(await ask(secretPost, {}, url)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
})

test('a wrong secret by Basic is 401 with the challenge', async () => {
  const { status, headers, body } = await ask(grant, basic('wrong'))
  expect([status, body['error'], headers.get('cache-control')]).toEqual([401, 'invalid_client', 'no-store'])
  expect(headers.get('www-authenticate')).toMatch(/^Basic realm=/)
})

const refused: [string, Record<string, string>, Record<string, string>, number, string][] = [
  ['no credentials', grant, {}, 401, 'invalid_client'],
  ['no grant type', { ...secretPost, grant_type: '' }, {}, 400, 'invalid_request'],
  ['another grant', { ...secretPost, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
  ['an unknown scope', { ...secretPost, scope: 'admin' }, {}, 400, 'invalid_scope'],
  ['two ways at once', secretPost, basic(), 400, 'invalid_request'],
  ['a body of another type', secretPost, { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ['a body that is too large', { ...secretPost, pad: 'x'.repeat(20_000) }, {}, 413, 'invalid_request'],
]
for (const [name, form, headers, status, error] of refused)
  test(`${name} is ${status} ${error}`, async () => {
    expect(await ask(form, headers)).toMatchObject({
      status,
      body: { error, error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/) },
    })
  })

test('GET is 405', async () => {
  const answer = await fetch(tokenUrl)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  expect(await answer.json()).toMatchObject({ error: 'invalid_request' })
})

test('ServiceProviderConfig names OAuth 2.0 where a provider has a client', async ({ scim, other }) => {
  await scim.get('/ServiceProviderConfig', {
    status: 200,
    body: { authenticationSchemes: exactly({ type: 'oauthbearertoken', primary: true }, { type: 'oauth2' }) },
  })
  const { text } = await other.get('/ServiceProviderConfig', { status: 200 })
  expect(text).not.toContain('oauth2')
})
