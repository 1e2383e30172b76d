import { allUsers, isUserSort, searchUsers, type FoundUser } from '@/lib/directory/portal-users'
import type { Provider } from '@/lib/providers/provider'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { mapped, type EveryRow } from '../every-row'
import { pageFilter } from '../page-filters'
import { nameOf } from '../provider-names'
import { registryOf } from '../registry-of'

/** The page of SCIM Users that a view asks for. */
export async function usersTable(view: ViewState, chosen: Provider[]): Promise<Omit<TableResult, 'readAt'>> {
  const { users, total } = await searchUsers({ ...asked(view, chosen), page: view.page, rows: view.rows })
  return { total, rows: rowsOf(users, chosen) }
}

/** All users of the view, whatever its page. */
export async function everyUser(view: ViewState, chosen: Provider[]): Promise<EveryRow> {
  const { total, chunks } = await allUsers(asked(view, chosen))
  return { total, chunks: mapped(chunks, (users) => rowsOf(users, chosen)) }
}

function asked(view: ViewState, chosen: Provider[]) {
  const filter = pageFilter('users', view, chosen)
  const column = view.sort?.column ?? 'updated'
  return {
    providerIds: chosen.map(({ id }) => id),
    registry: registryOf(chosen),
    ...(filter && { filter }),
    sort: { column: isUserSort(column) ? column : 'updated', descending: view.sort?.descending ?? true },
  }
}

function rowsOf(users: FoundUser[], chosen: Provider[]): TableRow[] {
  const providerName = nameOf(chosen)
  return users.map((user) => row(user, providerName(user.providerId)))
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
