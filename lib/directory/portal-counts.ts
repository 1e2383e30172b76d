import { query, raw, sql } from '@/lib/db/sql'

/** How many users and groups each provider has, by its id; providers with neither are left out. */
export async function directoryCounts(): Promise<Map<string, { users: number; groups: number }>> {
  const rows = await query<{ id: string; users: number; groups: number }>(sql`
    select provider_id::text as id, sum(users)::int as users, sum(groups)::int as groups from (
      select provider_id, count(*) as users, 0 as groups from users group by provider_id
      union all
      select provider_id, 0, count(*) from groups group by provider_id
    ) counted group by provider_id`)
  return new Map(rows.map(({ id, users, groups }) => [id, { users, groups }]))
}

/** Whether any of these providers has a row at all. */
export async function hasAny(table: 'users' | 'groups', providerIds: string[]): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(
    sql`select exists (select from ${raw(table)} where provider_id = any(${providerIds}::uuid[])) as found`,
  )
  return row?.found ?? false
}
