import { query, sql } from '@/lib/db/sql'
import type { Scope } from '../scopes'
import { hashToken, newSecret } from '../token'

/** Seconds that an access token works: `expires_in` (RFC 6749 §5.1). */
export const accessTokenSeconds = 3600

/** Makes an access token for a client. Only its hash is kept, and it works only while its client does. */
export async function issueAccessToken(clientId: string, scopes: Scope[], now: Date): Promise<string> {
  const token = newSecret('accessToken')
  const expiresAt = new Date(+now + accessTokenSeconds * 1000)
  await query(sql`
    insert into access_tokens (hash, client_id, scopes, expires_at)
    values (${hashToken(token)}, ${clientId}::uuid, ${scopes}::text[], ${expiresAt}::timestamptz)`)
  return token
}

/**
 * Notes that a client has authenticated with an assertion, of which every process hears.
 * @param until when the assertion is no longer taken
 * @returns false when it was used before (RFC 7523 §3, `jti`)
 */
export async function spendAssertion(clientId: string, jti: string, until: Date): Promise<boolean> {
  const rows = await query(sql`
    insert into used_assertions (client_id, jti_hash, expires_at)
    values (${clientId}::uuid, ${hashToken(jti)}, ${until}::timestamptz)
    on conflict do nothing returning 1 as one`)
  return rows.length > 0
}

const STEP = 500
// A call with a token that has expired is still known to be its client's, and has its row in the log.
const KNOWN_AFTER_MS = 60 * 60 * 1000

/**
 * Deletes a few hundred of the access tokens and assertions that are past their time: a short statement each.
 * @returns whether there may be more to do
 */
export async function deleteExpired(now: Date): Promise<boolean> {
  const tokens = await query(sql`delete from access_tokens where hash in (
    select hash from access_tokens where expires_at < ${new Date(+now - KNOWN_AFTER_MS)}::timestamptz
    order by expires_at limit ${STEP}::int
  ) returning 1 as gone`)
  const assertions = await query(sql`delete from used_assertions where (client_id, jti_hash) in (
    select client_id, jti_hash from used_assertions where expires_at < ${now}::timestamptz
    order by expires_at limit ${STEP}::int
  ) returning 1 as gone`)
  return tokens.length === STEP || assertions.length === STEP
}
