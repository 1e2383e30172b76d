import { query, sql } from '@/lib/db/sql'

/** The newest recorded call of a provider. */
export interface NewestCall {
  id: string
  at: Date
  action: string
  status: number
  scimType: string | null
  detail: string | null
  /** Path below /v2. */
  url: string
}

/** The newest call that a provider's log has; one read by its index. */
export async function newestCall(providerId: string): Promise<NewestCall | undefined> {
  const [row] = await query<NewestCall>(sql`
    select id::text as id, at, action, status, scim_type as "scimType", detail, url
    from sync_log where provider_id = ${providerId}::uuid order by id desc limit 1`)
  return row
}
