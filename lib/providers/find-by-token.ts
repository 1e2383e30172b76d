import { timingSafeEqual } from 'node:crypto'
import { query, sql } from '@/lib/db/sql'
import { cachedToken, keepToken, lookupGeneration } from './lookup-cache'
import { type Provider, asProvider } from './provider'
import { providerColumns } from './provider-columns'
import type { Scope } from './scopes'
import { hashToken } from './token'

/** A token that exists at this provider, whether or not it may be used now. */
export interface TokenLookup {
  provider: Provider
  token: {
    /** The token's, or for an access token that of its client: who calls, in the log and in the list of last uses. */
    id: string
    /** It is an access token: an OAuth client was given it. */
    ofClient: boolean
    hash: Uint8Array
    scopes: Scope[]
    expiresAt: Date | null
    /** The token's, or its client's. */
    revokedAt: Date | null
  }
}

interface Row extends Omit<Provider, 'extensions'> {
  extensions: unknown
  tokenId: string
  ofClient: boolean
  hash: Uint8Array
  scopes: Scope[]
  expiresAt: Date | null
  revokedAt: Date | null
}

/**
 * Finds a provider by its slug and a bearer token, its own or an access token of one of its clients, in one statement or
 * from the cache. The token's hash is looked up and compared in constant time: how long it takes says nothing about a
 * token.
 * @returns undefined for an unknown provider and for a token that is not this provider's, alike
 */
export async function findByToken(slug: string, token: string): Promise<TokenLookup | undefined> {
  const hash = hashToken(token)
  const key = `${slug}:${hash.toString('base64')}`
  const known = cachedToken(key)
  if (known) return timingSafeEqual(known.token.hash, hash) ? known : undefined
  const generation = lookupGeneration()
  const found = await lookUp(slug, hash)
  if (found) keepToken(key, found, generation)
  return found
}

async function lookUp(slug: string, hash: Buffer): Promise<TokenLookup | undefined> {
  const [row] = await query<Row>(sql`
    select ${providerColumns}, t.id as "tokenId", t.of_client as "ofClient", t.hash, t.scopes,
      t.expires_at as "expiresAt", t.revoked_at as "revokedAt"
    from (
      select id, provider_id, hash, scopes, expires_at, revoked_at, false as of_client from tokens where hash = ${hash}
      union all
      select c.id, c.provider_id, a.hash, a.scopes, a.expires_at, c.revoked_at, true
      from access_tokens a join oauth_clients c on c.id = a.client_id where a.hash = ${hash}
    ) t join providers p on p.id = t.provider_id
    where p.slug = ${slug}`)
  if (!row || !timingSafeEqual(row.hash, hash)) return undefined
  const { tokenId, ofClient, hash: kept, scopes, expiresAt, revokedAt, ...provider } = row
  const found = { id: tokenId, ofClient, hash: kept, scopes, expiresAt, revokedAt }
  return { provider: asProvider(provider), token: found }
}
