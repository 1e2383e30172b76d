import { isUniqueViolation } from '@/lib/db/errors'
import { query, sql } from '@/lib/db/sql'
import { changeProvider } from '@/lib/providers/providers'

const MOST_NAMED = 3

/**
 * Lets groups of a provider have the same name, or no longer.
 * @returns some of the names that several groups have, where these keep it from being switched off; else nothing
 */
export async function allowSameGroupNames(providerId: string, allowed: boolean): Promise<string[]> {
  // First: groups that are made from here on hold their names, or none.
  await changeProvider(providerId, { allowSameGroupNames: allowed })
  if (allowed) return []
  try {
    await query(sql`
      update groups set unique_name_key = display_name_key
      where provider_id = ${providerId}::uuid and unique_name_key is null`)
    return []
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await changeProvider(providerId, { allowSameGroupNames: true })
    const shared = await query<{ name: string }>(sql`
      select min(display_name) as name from groups where provider_id = ${providerId}::uuid
      group by display_name_key having count(*) > 1 order by display_name_key limit ${MOST_NAMED}`)
    return shared.map(({ name }) => name)
  }
}
