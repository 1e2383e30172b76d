import { query, sql } from '@/lib/db/sql'
import { cachedSlugs, keepSlugs, lookupGeneration } from './lookup-cache'

/** Whether a provider hides discovery from calls without a token. False for an unknown slug. */
export async function discoveryNeedsToken(slug: string): Promise<boolean> {
  const known = cachedSlugs()
  if (known) return known.has(slug)
  const generation = lookupGeneration()
  const rows = await query<{ slug: string }>(sql`select slug from providers where discovery_needs_token`)
  const slugs = new Set(rows.map((row) => row.slug))
  keepSlugs(slugs, generation)
  return slugs.has(slug)
}
