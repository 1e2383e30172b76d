import { timingSafeEqual } from 'node:crypto'
import { query, sql } from '@/lib/db/sql'
import { cachedToken, keepToken, lookupGeneration } from './lookup-cache'
import { type Provider, asProvider } from './provider'
import type { Scope } from './scopes'
import { hashToken } from './token'

/** A token that exists at this provider, whether or not it may be used now. */
export interface TokenLookup {
  provider: Provider
  token: { id: string; hash: Uint8Array; scopes: Scope[]; expiresAt: Date | null; revokedAt: Date | null }
}

interface Row extends Omit<Provider, 'extensions'> {
  extensions: unknown
  tokenId: string
  hash: Uint8Array
  scopes: Scope[]
  expiresAt: Date | null
  revokedAt: Date | null
}

/**
 * Finds a provider by its slug and a bearer token, in one statement or from the cache. The token's hash is looked up and
 * compared in constant time: how long it takes says nothing about a token.
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
    select p.id, p.slug, p.name, p.enabled, p.strict, p.delete_on_deactivate as "deleteOnDeactivate",
      p.allow_same_group_names as "allowSameGroupNames", p.discovery_needs_token as "discoveryNeedsToken",
      p.log_reads as "logReads", p.redacted_attributes as "redactedAttributes", p.extensions, p.client,
      p.allowed_addresses as "allowedAddresses", p.calls_per_second as "callsPerSecond",
      p.last_call_at as "lastCallAt", p.created_at as "createdAt", p.updated_at as "updatedAt",
      t.id as "tokenId", t.hash, t.scopes, t.expires_at as "expiresAt", t.revoked_at as "revokedAt"
    from tokens t join providers p on p.id = t.provider_id
    where t.hash = ${hash} and p.slug = ${slug}`)
  if (!row || !timingSafeEqual(row.hash, hash)) return undefined
  const { tokenId, hash: kept, scopes, expiresAt, revokedAt, ...provider } = row
  return { provider: asProvider(provider), token: { id: tokenId, hash: kept, scopes, expiresAt, revokedAt } }
}
