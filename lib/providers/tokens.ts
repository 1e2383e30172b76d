import { database } from '@/lib/db/client'
import { sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { forgetLookups } from './lookup-cache'
import { type Scope, scopes as allScopes } from './scopes'
import { hashToken, lastFourOf, newSecret } from './token'
import { mostTokens } from './token-state'

/** What can be told about a token after it was made. */
export interface TokenInfo {
  id: string
  lastFour: string
  scopes: Scope[]
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
  scopes: true,
  createdAt: true,
  createdBy: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  lastUsedAddress: true,
} as const

/** A provider's tokens, newest first, revoked ones too: the sync log names them. */
export async function listTokens(providerId: string): Promise<TokenInfo[]> {
  const tokens = await database().prisma.token.findMany({
    where: { providerId },
    select: told,
    orderBy: { id: 'desc' },
  })
  return tokens.map((token) => ({ ...token, scopes: token.scopes as Scope[] }))
}

/** A provider has as many working tokens as it may have. */
export class TooManyTokens extends Error {}

export interface NewToken {
  /** E-mail of the administrator. */
  createdBy?: string
  /** Left out: it works until it is revoked. */
  expiresAt?: Date
  /** Left out: all. */
  scopes?: readonly Scope[]
}

/**
 * Makes a token for a provider. Only its hash is kept.
 * @returns the token itself, to be shown once, and what is known of it from then on
 * @throws TooManyTokens when `mostTokens` work already
 */
export async function generateToken(
  providerId: string,
  { createdBy, expiresAt, scopes = allScopes }: NewToken = {},
): Promise<{ token: string; info: TokenInfo }> {
  const { prisma } = database()
  const token = newSecret('token')
  const now = new Date()
  const [, [info]] = await prisma.$transaction([
    // Two that are made at the same moment are counted one after the other. Calls of the provider go on.
    prisma.$queryRaw(sql`select 1 as locked from providers where id = ${providerId}::uuid for no key update`),
    prisma.$queryRaw<TokenInfo[]>(sql`
      insert into tokens (id, provider_id, hash, last_four, scopes, created_at, created_by, expires_at)
      select ${uuidv7()}::uuid, ${providerId}::uuid, ${hashToken(token)}, ${lastFourOf(token)}, ${scopes}::text[],
        ${now}::timestamptz, ${createdBy ?? null}, ${expiresAt ?? null}::timestamptz
      where ${mostTokens} > (
        select count(*) from tokens
        where provider_id = ${providerId}::uuid and revoked_at is null
          and (expires_at is null or expires_at > ${now}::timestamptz)
      )
      returning id, last_four as "lastFour", scopes, created_at as "createdAt", created_by as "createdBy",
        expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt",
        last_used_address as "lastUsedAddress"`),
  ])
  if (!info) throw new TooManyTokens(`It has ${mostTokens} working tokens already. Revoke one first.`)
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
