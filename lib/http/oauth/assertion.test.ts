import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient, revokeClient } from '@/lib/providers/oauth/clients'
import { readClientKeys } from '@/lib/providers/oauth/client-keys'
import { drain } from '@/lib/sync-log/refusal-queue'
import { type SigningAlgorithm, claimsOf, pairs, signed } from '@/lib/testing/assertions'
import { useDatabase } from '@/lib/testing/database'
import { useEndpoint } from '@/lib/testing/endpoint'

useDatabase()
const endpoint = useEndpoint()
const url = 'http://127.0.0.1:3000/scim/okta/oauth/token'
const algorithms = Object.keys(pairs) as SigningAlgorithm[]

let id: string

const keysOf = (...names: SigningAlgorithm[]) => {
  const jwks = names.map((name) => ({ ...pairs[name].publicKey.export({ format: 'jwk' }), kid: name, alg: name }))
  const read = readClientKeys(JSON.stringify({ keys: jwks }))
  if ('wrong' in read) throw new Error(read.wrong)
  return read.keys
}

beforeEach(async () => {
  const { info } = await createClient(endpoint.provider.id, {
    name: 'Signed',
    scopes: ['users:read'],
    keys: keysOf(...algorithms),
  })
  id = info.id
})
afterEach(drain)

const jwt = (claims: object = {}, header: object = {}, by: SigningAlgorithm = 'ES256') =>
  signed({ alg: by, kid: by, ...header }, claimsOf(id, url, claims), pairs[by].privateKey)

async function ask(assertion: string, more: Record<string, string> = {}) {
  const reply = await endpoint.ask('/scim/okta/oauth/token', {
    method: 'POST',
    authorization: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...more,
    }).toString(),
  })
  const { error, error_description: description } = (reply.body ?? {}) as Record<string, string>
  return { status: reply.status, error, description }
}
const invalid = (description: string) => ({
  status: 401,
  error: 'invalid_client',
  description: expect.stringContaining(description),
})
const seconds = (from: number) => Math.floor(Date.now() / 1000) + from

describe('is taken', () => {
  test.each(algorithms)('%s', async (by) => {
    expect(await ask(jwt({}, {}, by))).toMatchObject({ status: 200 })
    expect(await ask(jwt({}, { kid: undefined }, by))).toMatchObject({ status: 200 })
  })

  test.each<[string, () => Promise<{ status: number }>]>([
    ['with the client’s id in the body', () => ask(jwt(), { client_id: id })],
    ['for the base URL', () => ask(jwt({ aud: 'http://127.0.0.1:3000/scim/okta/v2' }))],
    ['for several, of which one is meant', () => ask(jwt({ aud: ['https://x.example', url] }))],
    ['without iat', () => ask(jwt({ iat: undefined }))],
    ['by a clock that is a little late', () => ask(jwt({ exp: seconds(-30) }))],
    ['by a clock that is a little early', () => ask(jwt({ iat: seconds(30), nbf: seconds(30), exp: seconds(3630) }))],
    ['with claims of its own', () => ask(jwt({ name: 'x', nested: { a: [1] } }))],
    ['named Ed25519', () => ask(signed({ alg: 'Ed25519', kid: 'EdDSA' }, claimsOf(id, url), pairs.EdDSA.privateKey))],
  ])('%s', async (_, asked) => {
    expect((await asked()).status).toBe(200)
  })
})

describe('is not taken', () => {
  test.each<[string, () => string, string]>([
    ['no JWT', () => 'abc', 'no signed JWT'],
    ['two parts', () => jwt().split('.').slice(0, 2).join('.'), 'no signed JWT'],
    ['parts that are no JSON', () => 'YQ.YQ.YQ', 'no signed JWT'],
    ['no subject', () => jwt({ sub: undefined }), 'no signed JWT'],
    ['another subject', () => jwt({ sub: '0197a3c0-0000-7000-8000-000000000000' }), 'no such client'],
    ['another key', () => signed({ alg: 'RS256' }, claimsOf(id, url), pairs.PS256.privateKey), 'no such client'],
    ['another key by its name', () => jwt({}, { kid: 'RS256' }), 'no such client'],
    ['an unknown key', () => jwt({}, { kid: 'other' }), 'no such client'],
    ['an algorithm that the key does not serve', () => jwt({}, { alg: 'RS256', kid: 'PS256' }, 'PS256'), 'no such'],
    ['no signature', () => signed({ alg: 'none' }, claimsOf(id, url), pairs.ES256.privateKey), 'no such client'],
    ['a short signature', () => jwt().replace(/[^.]{20}$/, ''), 'no such client'],
    ['claims changed afterwards', () => changed(jwt()), 'no such client'],
    ['an extension', () => jwt({}, { crit: ['exp'] }), 'no such client'],
    ['another issuer', () => jwt({ iss: 'me' }), 'iss and sub'],
    ['no audience', () => jwt({ aud: undefined }), 'aud must be'],
    ['another audience', () => jwt({ aud: 'http://127.0.0.1:3000/scim/entra/oauth/token' }), 'aud must be'],
    ['no end', () => jwt({ exp: undefined }), 'exp is missing'],
    ['an end in words', () => jwt({ exp: '2099' }), 'exp is missing'],
    ['an end that is past', () => jwt({ exp: seconds(-61) }), 'has expired'],
    ['an end that is far', () => jwt({ exp: seconds(3700) }), 'more than an hour'],
    ['a beginning to come', () => jwt({ nbf: seconds(120) }), 'nbf is in the future'],
    ['made tomorrow', () => jwt({ iat: seconds(120) }), 'iat is in the future'],
    ['made at no time', () => jwt({ iat: 'now' }), 'iat is in the future'],
    ['no id', () => jwt({ jti: undefined }), 'jti is missing'],
    ['an empty id', () => jwt({ jti: '' }), 'jti is missing'],
    ['an id that is no text', () => jwt({ jti: 7 }), 'jti is missing'],
  ])('%s', async (_, made, description) => {
    expect(await ask(made())).toEqual(invalid(description))
  })

  const changed = (given: string) => {
    const [header, , signature] = given.split('.')
    return `${header}.${Buffer.from(JSON.stringify(claimsOf(id, url))).toString('base64url')}.${signature}`
  }

  test('a second time, however soon', async () => {
    const one = jwt()
    const replies = await Promise.all([ask(one), ask(one), ask(one)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect(replies.find(({ status }) => status === 401)).toEqual(invalid('was used before'))
    expect(await ask(jwt({ jti: 'mine' }))).toMatchObject({ status: 200 })
    expect(await ask(jwt({ jti: 'mine' }))).toEqual(invalid('was used before'))
  })

  test('of a client that was revoked', async () => {
    await revokeClient(endpoint.provider.id, id)
    expect(await ask(jwt())).toEqual(invalid('was revoked'))
  })

  test('of a client with a secret', async () => {
    const { info } = await createClient(endpoint.provider.id, { name: 'Secret', scopes: ['users:read'] })
    const theirs = signed({ alg: 'ES256' }, claimsOf(info.id, url), pairs.ES256.privateKey)
    expect(await ask(theirs)).toEqual(invalid('no such client'))
  })

  test('as a secret', async () => {
    expect(await ask('', { client_assertion_type: '', client_id: id, client_secret: 'x' })).toEqual(invalid('no such'))
  })

  test.each<[Record<string, string>, number, string]>([
    [{ client_assertion_type: '' }, 400, 'come together'],
    [{ client_assertion_type: 'urn:x' }, 401, 'client_assertion_type is not known'],
    [{ client_assertion: '' }, 400, 'come together'],
    [{ client_secret: 'x' }, 400, 'in one way'],
    [{ client_id: 'x' }, 400, 'another'],
  ])('beside %j', async (more, status, description) => {
    expect(await ask(jwt(), more)).toMatchObject({ status, description: expect.stringContaining(description) })
  })
})
