import { query, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type Provider, asProvider } from '../provider'
import { providerColumns } from '../provider-columns'
import type { Scope } from '../scopes'
import type { PublicJwk } from './client-keys'

/** A client that exists at this provider, whether or not it may be used now. */
export interface FoundClient {
  provider: Provider
  client: {
    id: string
    /** SHA-256; null for a client without a secret. */
    secretHash: Uint8Array | null
    keys: PublicJwk[]
    scopes: Scope[]
    revokedAt: Date | null
  }
}

interface Row extends Omit<Provider, 'extensions'> {
  extensions: unknown
  clientId: string
  secretHash: Uint8Array | null
  keys: unknown
  scopes: Scope[]
  revokedAt: Date | null
}

/** Finds a client by its provider's slug and its `client_id`. */
export async function findClient(slug: string, clientId: string): Promise<FoundClient | undefined> {
  if (!isOwnId(clientId)) return undefined
  const [row] = await query<Row>(sql`
    select ${providerColumns}, c.id as "clientId", c.secret_hash as "secretHash", c.keys, c.scopes,
      c.revoked_at as "revokedAt"
    from oauth_clients c join providers p on p.id = c.provider_id
    where c.id = ${clientId}::uuid and p.slug = ${slug}`)
  if (!row) return undefined
  const { clientId: id, secretHash, keys, scopes, revokedAt, ...provider } = row
  // Keys are JSON there, written only after they were checked (client-keys.ts).
  return { provider: asProvider(provider), client: { id, secretHash, keys: keys as PublicJwk[], scopes, revokedAt } }
}
