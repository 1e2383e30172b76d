import { isUserSort, searchUsers, type FoundUser } from '@/lib/directory/portal-users'
import type { Provider } from '@/lib/providers/provider'
import { parseFilter } from '@/lib/scim'
import { usersExpression } from '@/lib/tables/expression'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { plainPaths } from '../attribute-options'
import { nameOf } from '../provider-names'
import { registryOf } from '../registry-of'

/** The page of SCIM Users that a view asks for. */
export async function usersTable(view: ViewState, chosen: Provider[]): Promise<Omit<TableResult, 'readAt'>> {
  const registry = registryOf(chosen)
  const expression = usersExpression(view.filters, new Date(), plainPaths(registry))
  const column = view.sort?.column ?? 'updated'
  const { users, total } = await searchUsers({
    providerIds: chosen.map(({ id }) => id),
    registry,
    ...(expression && { filter: parseFilter(expression) }),
    sort: { column: isUserSort(column) ? column : 'updated', descending: view.sort?.descending ?? true },
    page: view.page,
    rows: view.rows,
  })
  const providerName = nameOf(chosen)
  return { total, rows: users.map((user) => row(user, providerName(user.providerId))) }
}

const row = (user: FoundUser, provider: string | null): TableRow => ({
  id: user.id,
  cells: {
    userName: user.lastRealName ?? user.userName,
    status: user.active ? 'active' : 'inactive',
    displayName: user.displayName,
    department: user.department,
    groups: user.groups,
    externalId: user.externalId,
    id: user.id,
    updated: user.updatedAt.toISOString(),
    email: user.email,
    title: user.title,
    created: user.createdAt.toISOString(),
    provider,
  },
})
