import { expect, test } from 'vitest'
import { database } from '@/lib/db/client'
import { useDatabase } from '@/lib/testing/database'
import { authenticate } from './authenticate'
import { ensureFirstAdmin } from './first-admin'

useDatabase()

test('the first administrator gets a password that is told once and works', async () => {
  const made = await ensureFirstAdmin('admin@rollcall.local')
  expect(made?.email).toBe('admin@rollcall.local')
  expect(made?.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  expect(await authenticate({ email: 'admin@rollcall.local', password: made!.password! })).toHaveProperty('admin')
})

test('a given password is used and not told again', async () => {
  expect(await ensureFirstAdmin('ann@contoso.example', 'correct-horse-1')).toEqual({ email: 'ann@contoso.example' })
})

test('with an administrator there, nothing is created or changed', async () => {
  await ensureFirstAdmin('ann@contoso.example', 'correct-horse-1')
  expect(await ensureFirstAdmin('ann@contoso.example', 'another-horse-2')).toBeUndefined()
  expect(await ensureFirstAdmin('ben@contoso.example')).toBeUndefined()
  expect(await database().prisma.admin.count()).toBe(1)
  expect(await authenticate({ email: 'ann@contoso.example', password: 'correct-horse-1' })).toHaveProperty('admin')
})

test('several instances that start at once make one', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => ensureFirstAdmin('admin@rollcall.local')))
  expect(made.filter(Boolean)).toHaveLength(1)
  expect(await database().prisma.admin.count()).toBe(1)
})
