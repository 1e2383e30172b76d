import { cookies } from 'next/headers'
import { preferenceCookies } from '@/components/ui/preferences'
import { requireAdmin } from '@/lib/auth/require-admin'
import type { Provider } from '@/lib/providers/provider'
import { listProviders } from '@/lib/providers/providers'
import { initialProvider } from '@/lib/tables/initial-provider'
import { listSavedFilters } from '@/lib/tables/saved-filters'
import type { SavedView } from '@/lib/tables/saved-view'
import type { TableSpec } from '@/lib/tables/spec'
import { readTableSettings } from '@/lib/tables/stored-settings'
import type { TableSettings } from '@/lib/tables/table-settings'
import { parseView, type SearchParams, type ViewState } from '@/lib/tables/view-state'

export interface ReadTable {
  spec: TableSpec
  view: ViewState
  dropped: string[]
  saved: SavedView[]
  settings: TableSettings
  /** Every provider, by name. */
  providers: Provider[]
  /** Those that the view is about: one, all, or none where there is none. */
  chosen: Provider[]
}

/**
 * What a table page shows before it searches: the view that its URL asks for, and what this admin keeps for it.
 * @param specOf the page's table, which may depend on the chosen providers' schemas
 */
export async function readTable(
  specOf: (chosen: Provider[]) => TableSpec,
  searchParams: Promise<SearchParams>,
): Promise<ReadTable> {
  const admin = await requireAdmin()
  const [params, jar, providers] = await Promise.all([searchParams, cookies(), listProviders()])
  const slugs = providers.map(({ slug }) => slug)
  const remembered = jar.get(preferenceCookies.provider)?.value
  const asked = typeof params['provider'] === 'string' ? params['provider'] : undefined
  const { page, allProviders } = specOf([])
  const provider = initialProvider(asked ?? remembered, slugs, allProviders)
  const chosen = providers.filter(({ slug }) => provider === 'all' || slug === provider)
  const spec = specOf(chosen)
  const [settings, saved] = await Promise.all([readTableSettings(admin.id, page), listSavedFilters(admin, page)])
  const context = { provider, providers: slugs, ...(settings.rows && { rows: settings.rows }) }
  return { spec, ...withoutGone(parseView(spec, params, context), saved), saved, settings, providers, chosen }
}

/** A saved filter that was deleted, or is somebody else's, means nothing. */
function withoutGone({ view, dropped }: Pick<ReadTable, 'view' | 'dropped'>, saved: SavedView[]) {
  const { saved: asked, ...rest } = view
  if (asked === undefined || saved.some(({ id }) => id === asked)) return { view, dropped }
  return { view: rest, dropped: [...dropped, `saved=${asked}`] }
}
