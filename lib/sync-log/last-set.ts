import { query, sql } from '@/lib/db/sql'

/** So many of a provider's newest calls are looked at. */
const LOOKED = 2_000

/**
 * When an attribute of users (groups) was last given a value, among a provider's newest calls.
 * @returns by path as `diffDocuments` writes it, without the brackets that tell values apart: emails.value
 */
export async function lastSet(providerId: string): Promise<Record<'User' | 'Group', Map<string, Date>>> {
  const rows = await query<{ resource: 'User' | 'Group'; path: string; at: Date }>(sql`
    select l.resource_type as resource, regexp_replace(change ->> 'attribute', '\\[.*\\]', '') as path, max(l.at) as at
    from (
      select resource_type, at, changes from sync_log
      where provider_id = ${providerId}::uuid order by id desc limit ${LOOKED}::int
    ) l, jsonb_array_elements(l.changes) as change
    where change ? 'after' and l.resource_type in ('User', 'Group')
    group by 1, 2`)
  const found = { User: new Map<string, Date>(), Group: new Map<string, Date>() }
  for (const { resource, path, at } of rows) found[resource].set(path, at)
  return found
}
