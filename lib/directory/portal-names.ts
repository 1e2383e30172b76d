import { query, sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'

/** What an id stands for. */
export interface Named {
  id: string
  type: 'User' | 'Group'
  providerId: string
  name: string
  deleted: boolean
}

/** Who these ids are, deleted ones among them; ids that nobody ever had are left out. One statement. */
export async function namesOf(ids: Iterable<string>): Promise<Map<string, Named>> {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0) return new Map()
  const rows = await query<Named>(sql`
    select id::text as id, 'User' as type, provider_id::text as "providerId", coalesce(last_real_name, user_name) as name, false as deleted from users
    where id = any(${known}::uuid[])
    union all select id::text, 'Group', provider_id::text, display_name, false from groups where id = any(${known}::uuid[])
    union all select id::text, resource_type, provider_id::text, name, true from deleted_resources where id = any(${known}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}
