import { allGroups, isGroupSort, searchGroups, type FoundGroup, type UserNameTerm } from '@/lib/directory/portal-groups'
import type { Provider } from '@/lib/providers/provider'
import { foldName } from '@/lib/scim'
import { attributeCells, MOST_VALUES_SHOWN, type AttributeCells } from '@/lib/tables/attribute-cells'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { mapped, type EveryRow } from '../every-row'
import { pageFilter } from '../page-filters'
import { nameOf } from '../provider-names'
import { registryOf } from '../registry-of'

/** The page of SCIM Groups that a view asks for, with the attributes of these paths. */
export async function groupsTable(
  view: ViewState,
  chosen: Provider[],
  paths: string[],
): Promise<Omit<TableResult, 'readAt'>> {
  const added = attributeCells(registryOf(chosen), 'Group', paths, MOST_VALUES_SHOWN)
  const { keys } = added
  const { groups, total } = await searchGroups({ ...asked(view, chosen), keys, page: view.page, rows: view.rows })
  return { total, rows: rowsOf(groups, chosen, added) }
}

/** All groups of the view, whatever its page. */
export async function everyGroup(view: ViewState, chosen: Provider[], paths: string[]): Promise<EveryRow> {
  const added = attributeCells(registryOf(chosen), 'Group', paths)
  const { total, chunks } = await allGroups({ ...asked(view, chosen), keys: added.keys })
  return { total, chunks: mapped(chunks, (groups) => rowsOf(groups, chosen, added)) }
}

function asked(view: ViewState, chosen: Provider[]) {
  const filter = pageFilter('groups', view, chosen)
  const userName = userNameTerm(view.filters['userName'])
  const column = view.sort?.column ?? 'updated'
  return {
    providerIds: chosen.map(({ id }) => id),
    registry: registryOf(chosen),
    ...(filter && { filter }),
    ...(userName && { userName }),
    sort: { column: isGroupSort(column) ? column : 'updated', descending: view.sort?.descending ?? true },
  }
}

function rowsOf(groups: FoundGroup[], chosen: Provider[], added: AttributeCells): TableRow[] {
  const providerName = nameOf(chosen)
  return groups.map((group) => row(group, providerName(group.providerId), added))
}

/** The users whose groups are asked for: no filter of SCIM says that. */
function userNameTerm(value: FilterValue | undefined): UserNameTerm | undefined {
  if (value?.kind !== 'text' || !value.text.trim()) return undefined
  const op = value.op === 'startsWith' || value.op === 'contains' ? value.op : 'is'
  return { op, text: foldName(value.text) }
}

const row = (group: FoundGroup, provider: string | null, added: AttributeCells): TableRow => ({
  id: group.id,
  cells: {
    ...added.of(group.document),
    name: group.displayName,
    total: group.total,
    active: group.active,
    externalId: group.externalId,
    id: group.id,
    updated: group.updatedAt.toISOString(),
    created: group.createdAt.toISOString(),
    provider,
  },
})
