import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { changeProvider } from '@/lib/providers/providers'
import type { Scope } from '@/lib/providers/scopes'
import { generateToken, revokeToken } from '@/lib/providers/tokens'
import { useDatabase } from '@/lib/testing/database'
import { expectError, loggedCalls, useEndpoint } from '@/lib/testing/endpoint'

useDatabase()
const endpoint = useEndpoint()

const post = (target: string, body: object, more = {}) =>
  endpoint.ask(target, { method: 'POST', body: JSON.stringify(body), ...more })

describe('a token of some scopes searches', () => {
  const only = async (...scopes: Scope[]) => {
    const { token, info } = await generateToken(endpoint.provider.id, { scopes })
    return { authorization: `Bearer ${token}`, revoke: () => revokeToken(endpoint.provider.id, info.id) }
  }

  test('what it may read', async () => {
    const users = await only('users:read', 'groups:write')
    expect((await post('/Users/.search', {}, users)).status).toBe(200)
    expectError(await post('/Groups/.search', {}, users), 403, 'lacks groups:read')
    expectError(await post('/.search', {}, users), 403, 'lacks groups:read')
    expectError(await endpoint.ask('/', users), 403, 'lacks groups:read')
    await users.revoke()
    const writes = await only('users:write')
    expectError(await endpoint.ask('/', writes), 403, 'lacks users:read and groups:read')
    await writes.revoke()
    const both = await only('users:read', 'groups:read')
    expect((await post('/.search', {}, both)).status).toBe(200)
    expect((await endpoint.ask('/', both)).status).toBe(200)
  })
})

test('searches are logged where reads are, and refused ones always', async () => {
  await endpoint.ask('/')
  await post('/Users/.search', { filter: 'userName eq "ann"' })
  expect(await loggedCalls()).toEqual([])
  await post('/.search', { filter: 'shoe pr' })
  await changeProvider(endpoint.provider.id, { logReads: true })
  await endpoint.ask('/?filter=password+eq+"hunter2"')
  await post('/Users/.search', { filter: 'password eq "hunter2"' })
  await post('/Users/.search', { filter: 'title eq "x"' })
  await endpoint.ask('/?count=1')
  expect(await loggedCalls()).toMatchObject([
    { action: 'refused', method: 'POST', url: '/.search', status: 400 },
    { action: 'refused', method: 'GET', status: 400 },
    { action: 'refused', method: 'POST', url: '/Users/.search', status: 400 },
    { action: 'read', method: 'POST', url: '/Users/.search', status: 200 },
    { action: 'read', method: 'GET', url: '/?count=1', status: 200 },
  ])
  const kept = await query<{ text: string }>(
    sql`select l::text || coalesce(p::text, '') as text from sync_log l left join sync_log_payloads p on p.log_id = l.id`,
  )
  expect(kept.map(({ text }) => text).join()).not.toContain('hunter2')
})

test('what a search found has its address', async () => {
  const made = await post('/Users', { userName: 'ann' })
  const { body } = await post('/Users/.search', { filter: 'userName eq "ANN"' })
  const location = made.headers.location
  expect(location).toMatch(/^http:\/\/127.0.0.1:3000\/scim\/okta\/v2\/Users\//)
  expect(body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'ann', meta: { location } }] })
})
