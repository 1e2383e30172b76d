import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { changeProvider } from '@/lib/providers/providers'
import type { Scope } from '@/lib/providers/scopes'
import { generateToken, revokeToken } from '@/lib/providers/tokens'
import { useDatabase } from '@/lib/testing/database'
import { expectError, loggedCalls, newAddress, useEndpoint } from '@/lib/testing/endpoint'

useDatabase()
const endpoint = useEndpoint()

describe('without a token', () => {
  test.each(['/ServiceProviderConfig', '/ResourceTypes', '/ResourceTypes/User', '/Schemas'])(
    '%s answers, for any slug alike',
    async (path) => {
      const known = await endpoint.ask(path, { authorization: '' })
      expect(known.status).toBe(200)
      const unknown = await endpoint.ask(`/scim/nobody/v2${path}`, { authorization: '' })
      expect(JSON.stringify(unknown.body)).toBe(JSON.stringify(known.body).replaceAll('/scim/okta/', '/scim/nobody/'))
    },
  )

  test.each(['/Users', '/Groups/1', '/Me', '/Nothing', '/'])('%s is 401, for any slug alike', async (path) => {
    const known = await endpoint.ask(path, { authorization: '' })
    expectError(known, 401, 'A bearer token is needed')
    expect(known.headers['www-authenticate']).toBe('Bearer realm="SCIM"')
    const unknown = await endpoint.ask(`/scim/nobody/v2${path}`, { authorization: '' })
    expect(unknown.body).toEqual(known.body)
  })

  test('discovery can be hidden by the provider', async () => {
    await changeProvider(endpoint.provider.id, { discoveryNeedsToken: true })
    expectError(await endpoint.ask('/Schemas', { authorization: '' }), 401, 'token is needed')
    expect((await endpoint.ask('/Schemas')).status).toBe(200)
  })

  test('discovery can’t be filtered', async () => {
    expectError(
      await endpoint.ask('/Schemas?filter=id%20eq%20%22x%22', { authorization: '' }),
      403,
      'can’t be filtered',
    )
  })
})

describe('a token that is not the provider’s', () => {
  test('is 401, at an unknown provider too, and leaves no row', async () => {
    const wrong = await endpoint.ask('/Users', { authorization: 'Bearer wrong' })
    expectError(wrong, 401, 'not valid for this provider')
    expect(wrong.headers['www-authenticate']).toBe('Bearer realm="SCIM", error="invalid_token"')
    const unknown = await endpoint.ask('/scim/nobody/v2/Users')
    expect(unknown.body).toEqual(wrong.body)
    expect(unknown.headers['www-authenticate']).toBe(wrong.headers['www-authenticate'])
    expect(await loggedCalls()).toEqual([])
  })

  test('does not open discovery', async () => {
    expectError(await endpoint.ask('/Schemas', { authorization: 'Bearer wrong' }), 401, 'not valid')
  })

  test.each(['non-token', 'Basic YTpi', 'Bearer', 'Bearer a b'])('%s is not a bearer token', async (authorization) => {
    const reply = await endpoint.ask('/Users', { authorization })
    expectError(reply, 401, 'does not hold a bearer token')
    expect(reply.headers['www-authenticate']).toContain('error="invalid_request"')
  })

  test('that Entra issued is answered with what to do', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const jwt = `${part({ alg: 'RS256' })}.${part({ iss: 'https://sts.windows.net/11111111/' })}.c2ln`
    expectError(
      await endpoint.ask('/Users', { authorization: `Bearer ${jwt}` }),
      401,
      /Secret Token field was left empty.*paste/,
    )
  })

  test('is not heard for a while after many guesses, but a right one is', async () => {
    for (let guess = 0; guess < 120; guess++) await endpoint.ask('/Users', { authorization: `Bearer guess-${guess}` })
    expect((await endpoint.ask('/Users')).status).toBe(429)
    const busy = endpoint.address
    endpoint.address = newAddress()
    expect((await endpoint.ask('/Users')).status).toBe(200)
    endpoint.address = busy
    expect((await endpoint.ask('/Users')).status).toBe(200)
    const reply = await endpoint.ask('/Users', { authorization: 'Bearer guess' })
    expectError(reply, 429, 'Too many calls with a wrong token')
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a right token', () => {
  test('is taken whatever the case of its scheme', async () => {
    expect((await endpoint.ask('/Users', { authorization: `bearer ${endpoint.token}` })).status).toBe(200)
    expect((await endpoint.ask('/Users', { authorization: `BEARER  ${endpoint.token}` })).status).toBe(200)
  })

  test('that is revoked is 401 at once, and in the log', async () => {
    await endpoint.ask('/Users')
    await revokeToken(endpoint.provider.id, endpoint.tokenId)
    expectError(await endpoint.ask('/Users'), 401, 'was revoked')
    expect(await loggedCalls()).toMatchObject([
      { status: 401, action: 'refused', detail: expect.stringMatching('revoked') },
    ])
  })

  test('that has expired is 401, and in the log', async () => {
    await query(sql`update tokens set expires_at = now() - interval '1 second'`)
    expectError(await endpoint.ask('/Users'), 401, 'has expired')
    expect(await loggedCalls()).toMatchObject([{ status: 401, action: 'refused' }])
  })

  test('of a provider that is off is 403 at once, and in the log', async () => {
    await endpoint.ask('/Users')
    await changeProvider(endpoint.provider.id, { enabled: false })
    expectError(await endpoint.ask('/Users'), 403, 'switched off')
    expect(await loggedCalls()).toMatchObject([{ status: 403, action: 'refused' }])
  })
})

describe('a token of some scopes', () => {
  const only = async (...scopes: Scope[]) => (await generateToken(endpoint.provider.id, { scopes })).token

  test('is 403 for the others, which the challenge names, and in the log', async () => {
    const authorization = `Bearer ${await only('users:read', 'groups:write')}`
    expect((await endpoint.ask('/Users', { authorization })).status).toBe(200)
    const write = await endpoint.ask('/Users', { authorization, method: 'POST', body: '{"userName":"ann"}' })
    expectError(write, 403, 'lacks users:write')
    expect(write.headers['www-authenticate']).toBe(
      'Bearer realm="SCIM", error="insufficient_scope", scope="users:write"',
    )
    expectError(await endpoint.ask('/Groups', { authorization }), 403, 'lacks groups:read')
    const group = await endpoint.ask('/Groups', { authorization, method: 'POST', body: '{"displayName":"Eng"}' })
    expect(group.status).toBe(201)
    expect(await loggedCalls()).toMatchObject([{ status: 403 }, { status: 403 }, { status: 201 }])
  })

  test.each(['/Schemas', '/ServiceProviderConfig', '/ResourceTypes'])('reads %s', async (path) => {
    expect((await endpoint.ask(path, { authorization: `Bearer ${await only('groups:write')}` })).status).toBe(200)
  })

  test('learns the methods, and that an endpoint is unknown', async () => {
    const authorization = `Bearer ${await only('users:read')}`
    expect((await endpoint.ask('/Groups', { authorization, method: 'OPTIONS' })).status).toBe(204)
    expect((await endpoint.ask('/Roles', { authorization })).status).toBe(404)
  })
})

describe('a provider that may call from some addresses', () => {
  test('is 403 from elsewhere, which is named, and in the log', async () => {
    await changeProvider(endpoint.provider.id, { allowedAddresses: ['203.0.113.0/24', '2001:db8::/48'] })
    const reply = await endpoint.ask('/Users')
    expectError(reply, 403, `Calls from ${endpoint.address} are not allowed`)
    expect(reply.headers['www-authenticate']).toBeUndefined()
    const [{ token_id: from } = { token_id: '' }] = await loggedCalls()
    expect(from).toBe(endpoint.tokenId)
    await changeProvider(endpoint.provider.id, { allowedAddresses: [endpoint.address] })
    expect((await endpoint.ask('/Users')).status).toBe(200)
  })

  test('hides where a wrong token could come from', async () => {
    await changeProvider(endpoint.provider.id, { allowedAddresses: ['203.0.113.0/24'] })
    expectError(await endpoint.ask('/Users', { authorization: 'Bearer wrong' }), 401, 'not valid for this provider')
  })
})

describe('calls', () => {
  test('have no limit unless the provider has one', async () => {
    const { callsPerSecond } = endpoint.provider
    expect(callsPerSecond).toBeNull()
    const replies = await Promise.all(Array.from({ length: 300 }, () => endpoint.ask('/Schemas/none')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]))
  })

  test('beyond the provider’s limit are 429 with Retry-After; the log has one row of them', async () => {
    await changeProvider(endpoint.provider.id, { callsPerSecond: 2 })
    for (let call = 0; call < 20; call++) expect((await endpoint.ask('/ServiceProviderConfig')).status).toBe(200)
    for (let call = 0; call < 3; call++) {
      const reply = await endpoint.ask('/ServiceProviderConfig')
      expectError(reply, 429, 'Okta may make 2 calls a second')
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
      expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(10)
    }
    expect(await loggedCalls()).toMatchObject([{ status: 429, action: 'refused' }])
    await changeProvider(endpoint.provider.id, { callsPerSecond: 25 })
    expect((await endpoint.ask('/ServiceProviderConfig')).status).toBe(200)
  })

  test('with a revoked token take nothing from the provider’s limit', async () => {
    const { token: second } = await generateToken(endpoint.provider.id)
    await revokeToken(endpoint.provider.id, endpoint.tokenId)
    await changeProvider(endpoint.provider.id, { callsPerSecond: 1 })
    for (let call = 0; call < 30; call++) expect((await endpoint.ask('/Schemas')).status).toBe(401)
    expect((await endpoint.ask('/Schemas', { authorization: `Bearer ${second}` })).status).toBe(200)
  })

  test('without a token have one for each address', async () => {
    for (let call = 0; call < 500; call++) await endpoint.ask('/Nothing', { authorization: '' })
    const reply = await endpoint.ask('/ServiceProviderConfig', { authorization: '' })
    expectError(reply, 429, 'Too many calls without a token')
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect((await endpoint.ask('/ServiceProviderConfig')).status).toBe(200)
    endpoint.address = newAddress()
    expect((await endpoint.ask('/ServiceProviderConfig', { authorization: '' })).status).toBe(200)
  })
})
