import { empty, query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import type { PublicJwk } from './oauth/client-keys'
import { scopes } from './scopes'
import { hashToken, lastFourOf } from './token'

export interface BootstrapClient {
  /** UUID; its `client_id`. */
  id: string
  secret?: string
  keys: PublicJwk[]
}

/**
 * Creates a provider, on, with this token and this OAuth client, when there is none of this slug: for automation and
 * tests. Instances that start together make one.
 */
export async function ensureProvider(slug: string, token: string, client?: BootstrapClient): Promise<void> {
  const now = new Date()
  const withClient = client
    ? sql`, client as (
        insert into oauth_clients (id, provider_id, name, secret_hash, keys, scopes, created_at, created_by)
        select ${client.id}::uuid, id, 'BOOTSTRAP_CLIENT', ${client.secret ? hashToken(client.secret) : null}::bytea,
          ${JSON.stringify(client.keys)}::jsonb, ${scopes}::text[], ${now}::timestamptz, null
        from made)`
    : empty
  await query(sql`
    with made as (
      insert into providers (id, slug, name, created_at, updated_at)
      values (${uuidv7()}::uuid, ${slug}, ${slug}, ${now}::timestamptz, ${now}::timestamptz)
      on conflict (slug) do nothing
      returning id
    )${withClient}
    insert into tokens (id, provider_id, hash, last_four, created_at, created_by)
    select ${uuidv7()}::uuid, id, ${hashToken(token)}, ${lastFourOf(token)}, ${now}::timestamptz, 'BOOTSTRAP_TOKEN'
    from made`)
}
