import { groupsWhere, usersWhere } from '@/lib/directory/portal-where'
import type { Provider } from '@/lib/providers/provider'
import type { Filter } from '@/lib/scim'
import { syncLogWhere } from '@/lib/sync-log/search-targets'
import type { PageId, TableSpec } from '@/lib/tables/spec'
import { filterOf } from '@/lib/tables/view-filter'
import type { ViewState } from '@/lib/tables/view-state'
import { pageSpecs } from './page-specs'
import { registryOf } from './registry-of'

/** How a page tells what can't be searched: it compiles it. Each throws ScimError. */
const checks: Partial<Record<PageId, (chosen: Provider[]) => (filter: Filter) => unknown>> = {
  users: (chosen) => {
    const registry = registryOf(chosen)
    return (filter) => usersWhere(registry, filter)
  },
  groups: (chosen) => {
    const registry = registryOf(chosen)
    return (filter) => groupsWhere(registry, filter)
  },
  'sync-logs': () => syncLogWhere,
}

/** Compiles a filter for a page's table. Throws ScimError for what can't be searched. */
export const checkOf = (page: PageId, chosen: Provider[]): ((filter: Filter) => unknown) =>
  checks[page]?.(chosen) ?? (() => undefined)

/**
 * The filter that a view of a page asks for.
 * @param spec the page's own unless given, such as one without some filter
 * @throws ExpressionError when its expression can't be read or searched
 */
export const pageFilter = (
  page: PageId,
  view: Pick<ViewState, 'filters' | 'expression'>,
  chosen: Provider[],
  spec: TableSpec = pageSpecs[page](chosen),
): Filter | undefined => filterOf(spec, view, new Date(), checkOf(page, chosen))
