import { isGroupSort, searchGroups, type FoundGroup, type UserNameTerm } from '@/lib/directory/portal-groups'
import type { Provider } from '@/lib/providers/provider'
import { foldName, parseFilter } from '@/lib/scim'
import { groupsExpression } from '@/lib/tables/expression'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { nameOf } from '../provider-names'
import { registryOf } from '../registry-of'

/** The page of SCIM Groups that a view asks for. */
export async function groupsTable(view: ViewState, chosen: Provider[]): Promise<Omit<TableResult, 'readAt'>> {
  const expression = groupsExpression(view.filters, new Date())
  const userName = userNameTerm(view.filters['userName'])
  const column = view.sort?.column ?? 'updated'
  const { groups, total } = await searchGroups({
    providerIds: chosen.map(({ id }) => id),
    registry: registryOf(chosen),
    ...(expression && { filter: parseFilter(expression) }),
    ...(userName && { userName }),
    sort: { column: isGroupSort(column) ? column : 'updated', descending: view.sort?.descending ?? true },
    page: view.page,
    rows: view.rows,
  })
  const providerName = nameOf(chosen)
  return { total, rows: groups.map((group) => row(group, providerName(group.providerId))) }
}

function userNameTerm(value: FilterValue | undefined): UserNameTerm | undefined {
  if (value?.kind !== 'text' || !value.text.trim()) return undefined
  const op = value.op === 'startsWith' || value.op === 'contains' ? value.op : 'is'
  return { op, text: foldName(value.text) }
}

const row = (group: FoundGroup, provider: string | null): TableRow => ({
  id: group.id,
  cells: {
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
