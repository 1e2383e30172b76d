import { database } from '@/lib/db/client'
import { isUuid, uuidv7 } from '@/lib/db/uuid'

/** Seconds from sign-in until one has to sign in again. */
export const sessionSeconds = 12 * 60 * 60

/** The administrator behind a request, and the session (a row of admin_sessions) that it belongs to. */
export interface SignedInAdmin {
  id: string
  email: string
  name: string
  role: string
  sessionId: string
}

/** Begins a session and returns its id, which the cookie carries. */
export async function startSession(adminId: string, from: { address?: string; userAgent?: string }): Promise<string> {
  const now = Date.now()
  const { id } = await database().prisma.adminSession.create({
    data: {
      id: uuidv7(),
      adminId,
      createdAt: new Date(now),
      expiresAt: new Date(now + sessionSeconds * 1000),
      address: from.address ?? null,
      userAgent: from.userAgent?.slice(0, 400) ?? null,
    },
    select: { id: true },
  })
  return id
}

/** The administrator of a session that has neither ended nor expired. */
export async function sessionAdmin(sessionId: string): Promise<SignedInAdmin | undefined> {
  if (!isUuid(sessionId)) return undefined
  const session = await database().prisma.adminSession.findFirst({
    where: { id: sessionId, endedAt: null, expiresAt: { gt: new Date() } },
    select: { admin: { select: { id: true, email: true, name: true, role: true } } },
  })
  return session ? { ...session.admin, sessionId } : undefined
}

/** Ends a session: whoever still holds its cookie is nobody from now on. */
export async function endSession(sessionId: string): Promise<void> {
  if (!isUuid(sessionId)) return
  await database().prisma.adminSession.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: new Date() },
  })
}
