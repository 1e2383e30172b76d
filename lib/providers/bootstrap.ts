import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { hashToken, lastFourOf } from './token'

/**
 * Creates a provider, on, with this token, when there is none of this slug: for automation and tests. Instances that
 * start together make one.
 */
export async function ensureProvider(slug: string, token: string): Promise<void> {
  const now = new Date()
  await query(sql`
    with made as (
      insert into providers (id, slug, name, created_at, updated_at)
      values (${uuidv7()}::uuid, ${slug}, ${slug}, ${now}::timestamptz, ${now}::timestamptz)
      on conflict (slug) do nothing
      returning id
    )
    insert into tokens (id, provider_id, hash, last_four, created_at, created_by)
    select ${uuidv7()}::uuid, id, ${hashToken(token)}, ${lastFourOf(token)}, ${now}::timestamptz, 'BOOTSTRAP_TOKEN'
    from made`)
}
