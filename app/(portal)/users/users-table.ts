import { allUsers, isUserSort, searchUsers, type FoundUser } from '@/lib/directory/portal-users'
import type { Provider } from '@/lib/providers/provider'
import { attributeCells, MOST_VALUES_SHOWN, type AttributeCells } from '@/lib/tables/attribute-cells'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { mapped, type EveryRow } from '../every-row'
import { pageFilter } from '../page-filters'
import { nameOf } from '../provider-names'
import { registryOf } from '../registry-of'

/** The page of SCIM Users that a view asks for, with the attributes of these paths. */
export async function usersTable(
  view: ViewState,
  chosen: Provider[],
  paths: string[],
): Promise<Omit<TableResult, 'readAt'>> {
  const added = attributeCells(registryOf(chosen), 'User', paths, MOST_VALUES_SHOWN)
  const { keys } = added
  const { users, total } = await searchUsers({ ...asked(view, chosen), keys, page: view.page, rows: view.rows })
  return { total, rows: rowsOf(users, chosen, added) }
}

/** All users of the view, whatever its page. */
export async function everyUser(view: ViewState, chosen: Provider[], paths: string[]): Promise<EveryRow> {
  const added = attributeCells(registryOf(chosen), 'User', paths)
  const { total, chunks } = await allUsers({ ...asked(view, chosen), keys: added.keys })
  return { total, chunks: mapped(chunks, (users) => rowsOf(users, chosen, added)) }
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

function rowsOf(users: FoundUser[], chosen: Provider[], added: AttributeCells): TableRow[] {
  const providerName = nameOf(chosen)
  return users.map((user) => row(user, providerName(user.providerId), added))
}

const row = (user: FoundUser, provider: string | null, added: AttributeCells): TableRow => ({
  id: user.id,
  cells: {
    ...added.of(user.document),
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
