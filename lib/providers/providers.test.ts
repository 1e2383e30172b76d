import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { useDatabase } from '@/lib/testing/database'
import { ensureProvider } from './bootstrap'
import { discoveryNeedsToken } from './discovery-needs-token'
import { findByToken } from './find-by-token'
import { forgetLookups } from './lookup-cache'
import { changeProvider, createProvider, findProvider, listProviders } from './providers'
import { scopes } from './scopes'
import { TooManyTokens, generateToken, listTokens, revokeToken } from './tokens'
import { noteUse, writeUses } from './uses'

useDatabase()

describe('a provider', () => {
  test('is on when it is new, and is found by its slug', async () => {
    const made = await createProvider({ name: ' Okta ', slug: 'okta' })
    expect(made).toMatchObject({ name: 'Okta', slug: 'okta', enabled: true, strict: false, extensions: [] })
    expect(await findProvider('okta')).toEqual(made)
    expect(await findProvider('other')).toBeUndefined()
    expect(await listProviders()).toEqual([made])
  })

  test.each([
    [{ name: '', slug: 'okta' }, 'name'],
    [{ name: 'x'.repeat(101), slug: 'okta' }, 'name'],
    [{ name: 'Okta', slug: '' }, 'slug'],
    [{ name: 'Okta', slug: 'Okta' }, 'slug'],
    [{ name: 'Okta', slug: '-okta' }, 'slug'],
    [{ name: 'Okta', slug: 'okta_1' }, 'slug'],
    [{ name: 'Okta', slug: 'a'.repeat(64) }, 'slug'],
  ])('%j is refused for its %s', async (given, field) => {
    await expect(createProvider(given)).rejects.toMatchObject({ field })
  })

  test('has a slug of its own', async () => {
    await createProvider({ name: 'One', slug: 'okta' })
    await expect(createProvider({ name: 'Two', slug: 'okta' })).rejects.toMatchObject({ field: 'slug' })
  })
})

describe('a token', () => {
  test('has 256 random bits, and is kept as a hash alone', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const { token, info } = await generateToken(id, { createdBy: 'ann@x.example' })
    expect(token).toMatch(/^rc_[\w-]{43}$/)
    expect(info).toMatchObject({ lastFour: token.slice(-4), createdBy: 'ann@x.example', revokedAt: null })
    const [row] = await query<{ text: string }>(sql`select t::text as text from tokens t`)
    expect(row!.text).not.toContain(token)
    expect(await listTokens(id)).toEqual([info])
  })

  test('finds its provider, and no other', async () => {
    const one = await createProvider({ name: 'One', slug: 'one' })
    await createProvider({ name: 'Two', slug: 'two' })
    const { token, info } = await generateToken(one.id)
    for (let time = 0; time < 2; time++)
      expect(await findByToken('one', token)).toMatchObject({ provider: one, token: { id: info.id, revokedAt: null } })
    expect(await findByToken('two', token)).toBeUndefined()
    expect(await findByToken('none', token)).toBeUndefined()
    expect(await findByToken('one', `${token}x`)).toBeUndefined()
  })

  test('may do everything, for ever, unless said otherwise', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const { info } = await generateToken(id)
    expect(info).toMatchObject({ scopes, expiresAt: null })
    const expiresAt = new Date('2099-07-01T12:00:00.000Z')
    const { token } = await generateToken(id, { expiresAt, scopes: ['users:read'] })
    expect(await findByToken('okta', token)).toMatchObject({ token: { expiresAt, scopes: ['users:read'] } })
    expect((await listTokens(id))[0]).toMatchObject({ expiresAt, scopes: ['users:read'] })
  })

  test('is one of two that work, even when several are made at once', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const other = await createProvider({ name: 'Entra', slug: 'entra' })
    const made = await Promise.allSettled(Array.from({ length: 6 }, () => generateToken(id)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await listTokens(id)).toHaveLength(2)
    await expect(generateToken(id)).rejects.toThrow(TooManyTokens)
    await generateToken(other.id)
    const [one, two] = await listTokens(id)
    await revokeToken(id, one!.id)
    await generateToken(id)
    await expect(generateToken(id)).rejects.toThrow(TooManyTokens)
    await query(sql`update tokens set expires_at = now() - interval '1 second' where id = ${two!.id}::uuid`)
    await generateToken(id)
  })

  test('is seen as revoked at once', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const { token, info } = await generateToken(id)
    await findByToken('okta', token)
    await revokeToken(id, info.id)
    expect((await findByToken('okta', token))!.token.revokedAt).toBeInstanceOf(Date)
  })

  test('is not kept from a lookup that a change overtook', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const { token } = await generateToken(id)
    const lookup = findByToken('okta', token)
    forgetLookups()
    await lookup
    await query(sql`update providers set enabled = false`)
    expect((await findByToken('okta', token))!.provider.enabled).toBe(false)
  })

  test('sees its provider switched off at once', async () => {
    const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
    const { token } = await generateToken(id)
    await findByToken('okta', token)
    await changeProvider(id, { enabled: false })
    expect((await findByToken('okta', token))!.provider.enabled).toBe(false)
  })

  test('of another provider is not revoked', async () => {
    const one = await createProvider({ name: 'One', slug: 'one' })
    const two = await createProvider({ name: 'Two', slug: 'two' })
    const { info } = await generateToken(one.id)
    await revokeToken(two.id, info.id)
    expect((await listTokens(one.id))[0]!.revokedAt).toBeNull()
  })
})

test('the first use is written at once, later ones with the next round: the last, and the client recognised', async () => {
  const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
  const { info } = await generateToken(id)
  const at = new Date('2026-07-01T12:00:00.000Z')
  const first = new Date(+at - 1000)
  noteUse(info.id, { providerId: id, at: first, address: '192.0.2.1', client: 'okta' })
  await expect.poll(async () => (await listTokens(id))[0]!.lastUsedAt).toEqual(first)
  noteUse(info.id, { providerId: id, at, address: '192.0.2.2' })
  await writeUses()
  expect((await listTokens(id))[0]).toMatchObject({ lastUsedAt: at, lastUsedAddress: '192.0.2.2' })
  expect(await findProvider('okta')).toMatchObject({ lastCallAt: at, client: 'okta' })
})

test('a revoked token is known to be in use still, and says nothing about its provider', async () => {
  const { id } = await createProvider({ name: 'Entra', slug: 'entra' })
  const { info } = await generateToken(id)
  await revokeToken(id, info.id)
  const at = new Date('2026-07-01T12:00:00.000Z')
  noteUse(info.id, { providerId: id, at, address: '192.0.2.1', client: 'okta' })
  await writeUses()
  expect((await listTokens(id))[0]).toMatchObject({ lastUsedAt: at })
  expect(await findProvider('entra')).toMatchObject({ lastCallAt: null, client: null })
})

test('a bootstrap provider is made once, and left alone when it exists', async () => {
  await Promise.all([ensureProvider('test', 'first-token-of-it'), ensureProvider('test', 'first-token-of-it')])
  expect(await findByToken('test', 'first-token-of-it')).toMatchObject({ provider: { slug: 'test', enabled: true } })
  await ensureProvider('test', 'another-token-of-it')
  expect(await findByToken('test', 'another-token-of-it')).toBeUndefined()
})

test('discovery is open unless the provider hides it', async () => {
  const { id } = await createProvider({ name: 'Okta', slug: 'okta' })
  expect(await discoveryNeedsToken('okta')).toBe(false)
  await changeProvider(id, { discoveryNeedsToken: true })
  expect(await discoveryNeedsToken('okta')).toBe(true)
  expect(await discoveryNeedsToken('unknown')).toBe(false)
})
