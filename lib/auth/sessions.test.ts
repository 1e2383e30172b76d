import { expect, test } from 'vitest'
import type { JWT } from 'next-auth/jwt'
import { database } from '@/lib/db/client'
import { uuidv7 } from '@/lib/db/uuid'
import { useDatabase } from '@/lib/testing/database'
import { ensureFirstAdmin } from './first-admin'
import { authOptions } from './options'
import { endSession, sessionAdmin, startSession } from './sessions'

useDatabase()

async function signedIn() {
  await ensureFirstAdmin('ann@contoso.example', 'correct-horse-1')
  const admin = await database().prisma.admin.findFirstOrThrow()
  return { admin, sessionId: await startSession(admin.id, { address: '203.0.113.7', userAgent: 'a browser' }) }
}

test('a session leads to its administrator until it ends', async () => {
  const { admin, sessionId } = await signedIn()
  const { id, email, name, role } = admin
  expect(await sessionAdmin(sessionId)).toEqual({ id, email, name, role, sessionId })
  await endSession(sessionId)
  expect(await sessionAdmin(sessionId)).toBeUndefined()
})

test('a session that has expired is nobody', async () => {
  const { sessionId } = await signedIn()
  await database().prisma.adminSession.update({ where: { id: sessionId }, data: { expiresAt: new Date() } })
  expect(await sessionAdmin(sessionId)).toBeUndefined()
})

test.each([uuidv7(), '', 'x', "' or true --"])('an unknown session is nobody: %j', async (id) => {
  await signedIn()
  expect(await sessionAdmin(id)).toBeUndefined()
  await endSession(id)
})

test('the session keeps where it was started from', async () => {
  const { sessionId } = await signedIn()
  const row = await database().prisma.adminSession.findUniqueOrThrow({ where: { id: sessionId } })
  expect(row).toMatchObject({ address: '203.0.113.7', userAgent: 'a browser', endedAt: null })
})

test("next-auth's sign-out ends the row, and its session check then fails", async () => {
  ;(globalThis as { rollcallAuthSecret?: string }).rollcallAuthSecret = 'x'.repeat(64)
  const { callbacks, events } = authOptions()
  const { admin, sessionId } = await signedIn()
  const token: JWT = { sub: admin.id, sid: sessionId }
  const check = () => callbacks!.jwt!({ token } as Parameters<NonNullable<NonNullable<typeof callbacks>['jwt']>>[0])
  expect(await check()).toEqual(token)
  await events!.signOut!({ token } as Parameters<NonNullable<NonNullable<typeof events>['signOut']>>[0])
  await expect(check()).rejects.toThrow('ended')
})
