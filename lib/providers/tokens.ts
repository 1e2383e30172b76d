import { database } from '@/lib/db/client'
import { uuidv7 } from '@/lib/db/uuid'
import { forgetLookups } from './lookup-cache'
import { hashToken, lastFourOf, newToken } from './token'

/** What can be told about a token after it was made. */
export interface TokenInfo {
  id: string
  lastFour: string
  createdAt: Date
  createdBy: string | null
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  lastUsedAddress: string | null
}

const told = {
  id: true,
  lastFour: true,
  createdAt: true,
  createdBy: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  lastUsedAddress: true,
} as const

/** A provider's tokens, newest first, revoked ones too: the sync log names them. */
export const listTokens = (providerId: string): Promise<TokenInfo[]> =>
  database().prisma.token.findMany({ where: { providerId }, select: told, orderBy: { id: 'desc' } })

/**
 * Makes a token for a provider. Only its hash is kept.
 * @param createdBy e-mail of the administrator
 * @returns the token itself, to be shown once, and what is known of it from then on
 */
export async function generateToken(
  providerId: string,
  createdBy?: string,
  token = newToken(),
): Promise<{ token: string; info: TokenInfo }> {
  const info = await database().prisma.token.create({
    data: {
      id: uuidv7(),
      providerId,
      hash: new Uint8Array(hashToken(token)),
      lastFour: lastFourOf(token),
      createdAt: new Date(),
      createdBy,
    },
    select: told,
  })
  return { token, info }
}

/** Revokes a token: its next call is refused. One that is revoked already stays as it was. */
export async function revokeToken(providerId: string, tokenId: string): Promise<void> {
  await database().prisma.token.updateMany({
    where: { id: tokenId, providerId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  forgetLookups()
}
