import { beforeEach, describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { useDatabase } from '@/lib/testing/database'
import { ensureProvider } from '../bootstrap'
import { findByToken } from '../find-by-token'
import { forgetLookups } from '../lookup-cache'
import type { Provider } from '../provider'
import { createProvider, findProvider } from '../providers'
import { scopes } from '../scopes'
import { hashToken } from '../token'
import { generateToken } from '../tokens'
import { noteUse, writeUses } from '../uses'
import { accessTokenSeconds, deleteExpired, issueAccessToken, spendAssertion } from './access-tokens'
import { mostClients } from './client-info'
import { TooManyClients, createClient, hasClients, listClients, revokeClient } from './clients'
import { findClient } from './find-client'

useDatabase()

let okta: Provider
const now = new Date()

beforeEach(async () => {
  forgetLookups()
  okta = await createProvider({ name: 'Okta', slug: 'okta' })
})

const made = async (more = {}) => {
  const { info, secret } = await createClient(okta.id, { name: 'Sync', scopes, ...more })
  return { info, secret: secret ?? '' }
}

describe('a client', () => {
  test('has a secret of 256 random bits, which is kept as a hash alone', async () => {
    const { info, secret } = await made({ createdBy: 'ann@x.example' })
    expect(secret).toMatch(/^rcs_[\w-]{43}$/)
    const [row] = await query<{ text: string }>(sql`select c::text as text from oauth_clients c`)
    expect(row!.text).not.toContain(secret)
    expect(await listClients(okta.id)).toEqual([info])
    expect(info).toMatchObject({ name: 'Sync', hasSecret: true, hasKeys: false, createdBy: 'ann@x.example', scopes })
    const found = await findClient('okta', info.id)
    expect(found).toMatchObject({ provider: okta, client: { id: info.id, keys: [], revokedAt: null } })
    expect(Buffer.from(found!.client.secretHash!)).toEqual(hashToken(secret))
  })

  test('with keys has no secret', async () => {
    const keys = [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }]
    const { info, secret } = await made({ keys })
    expect([secret, info.hasSecret, info.hasKeys]).toEqual(['', false, true])
    expect((await findClient('okta', info.id))!.client).toMatchObject({ secretHash: null, keys })
  })

  test('is found at its provider alone', async () => {
    await createProvider({ name: 'Entra', slug: 'entra' })
    const { info } = await made()
    expect(await findClient('entra', info.id)).toBeUndefined()
    expect(await findClient('okta', info.id.toUpperCase())).toBeUndefined()
    expect(await findClient('okta', 'no-uuid')).toBeUndefined()
  })

  test('is one of ten that work, even when several are made at once', async () => {
    for (let count = 1; count < mostClients; count++) await made()
    const last = await Promise.allSettled(Array.from({ length: 4 }, () => made()))
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(made()).rejects.toThrow(TooManyClients)
    await revokeClient(okta.id, (await listClients(okta.id))[0]!.id)
    await made()
  })

  test('is revoked once, and by its own provider', async () => {
    const other = await createProvider({ name: 'Entra', slug: 'entra' })
    const { info } = await made()
    expect(await hasClients(okta.id)).toBe(true)
    expect(await revokeClient(other.id, info.id)).toBe(false)
    expect(await revokeClient(okta.id, 'no-uuid')).toBe(false)
    expect(await hasClients(okta.id)).toBe(true)
    expect(await revokeClient(okta.id, info.id)).toBe(true)
    const [first] = await listClients(okta.id)
    await revokeClient(okta.id, info.id)
    expect(await listClients(okta.id)).toEqual([first])
    expect(await hasClients(okta.id)).toBe(false)
  })

  test('is known to be in use by its calls, as what its provider’s traffic looks like', async () => {
    const { info } = await made()
    noteUse(info.id, { providerId: okta.id, at: now, address: '192.0.2.1', client: 'okta' })
    await writeUses()
    expect(await listClients(okta.id)).toMatchObject([{ lastUsedAt: now, lastUsedAddress: '192.0.2.1' }])
    expect(await findProvider('okta')).toMatchObject({ lastCallAt: now, client: 'okta' })
  })
})

describe('an access token', () => {
  test('finds the provider of its client, and no other, beside the provider’s own tokens', async () => {
    await createProvider({ name: 'Entra', slug: 'entra' })
    const own = await generateToken(okta.id)
    const { info } = await made()
    const token = await issueAccessToken(info.id, ['users:read'], now)
    expect(token).toMatch(/^rca_[\w-]{43}$/)
    for (let time = 0; time < 2; time++)
      expect(await findByToken('okta', token)).toMatchObject({
        provider: okta,
        token: {
          id: info.id,
          ofClient: true,
          scopes: ['users:read'],
          expiresAt: new Date(+now + accessTokenSeconds * 1000),
          revokedAt: null,
        },
      })
    expect(await findByToken('entra', token)).toBeUndefined()
    expect(await findByToken('okta', own.token)).toMatchObject({ token: { id: own.info.id, ofClient: false } })
    const [row] = await query<{ text: string }>(sql`select a::text as text from access_tokens a`)
    expect(row!.text).not.toContain(token)
  })

  test('ends with its client, at once', async () => {
    const { info } = await made()
    const token = await issueAccessToken(info.id, ['users:read'], now)
    await findByToken('okta', token)
    await revokeClient(okta.id, info.id)
    expect((await findByToken('okta', token))!.token.revokedAt).toBeInstanceOf(Date)
  })

  test('is deleted an hour after its end', async () => {
    const { info } = await made()
    const token = await issueAccessToken(info.id, ['users:read'], now)
    const after = (seconds: number) => new Date(+now + (accessTokenSeconds + seconds) * 1000)
    expect(await deleteExpired(after(3599))).toBe(false)
    expect(await findByToken('okta', token)).toBeDefined()
    expect(await deleteExpired(after(3601))).toBe(false)
    forgetLookups()
    expect(await findByToken('okta', token)).toBeUndefined()
  })
})

describe('an assertion', () => {
  test('is spent once by a client, and forgotten after its end', async () => {
    const [one, two] = [(await made()).info.id, (await made()).info.id]
    const until = new Date(+now + 60_000)
    const spent = await Promise.all(Array.from({ length: 5 }, () => spendAssertion(one, 'a\u0000b', until)))
    expect(spent.filter(Boolean)).toHaveLength(1)
    expect(await spendAssertion(two, 'a\u0000b', until)).toBe(true)
    await deleteExpired(until)
    expect(await spendAssertion(one, 'a\u0000b', until)).toBe(false)
    await deleteExpired(new Date(+until + 1))
    expect(await spendAssertion(one, 'a\u0000b', until)).toBe(true)
  })
})

test('what is past its time is deleted in steps', async () => {
  const { info } = await made()
  await query(sql`
    insert into used_assertions select ${info.id}::uuid, decode(lpad(to_hex(n), 8, '0'), 'hex'), ${now}::timestamptz
    from generate_series(1, 1200) n`)
  const later = new Date(+now + 1)
  expect([await deleteExpired(later), await deleteExpired(later), await deleteExpired(later)]).toEqual([
    true,
    true,
    false,
  ])
  expect(await query(sql`select 1 from used_assertions`)).toEqual([])
})

test('a bootstrap provider comes with a client, once', async () => {
  const client = { id: '0197a3c0-0000-7000-8000-000000000001', secret: 'a'.repeat(32), keys: [] }
  const ensure = () => ensureProvider('test', 'first-token-of-it', client)
  await Promise.all([ensure(), ensure()])
  expect(await findClient('test', client.id)).toMatchObject({ client: { scopes, revokedAt: null } })
})
