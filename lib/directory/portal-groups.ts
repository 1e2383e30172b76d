import { query, sql } from '@/lib/db/sql'
import type { JsonObject } from '@/lib/scim'
import { groupTotals, type GroupTotals } from './portal-group-totals'
import { allRows, documentPart, inOrder, pageAndTotal } from './portal-page'
import type { DirectorySearch } from './portal-users'
import { groupsWhere, looksInside } from './portal-where'

/** A row of SCIM Groups. */
export interface FoundGroup extends GroupTotals {
  id: string
  providerId: string
  displayName: string
  externalId: string | null
  createdAt: Date
  updatedAt: Date
  /** As much of the document as was asked for. */
  document?: JsonObject
}

/** Which users' groups: by user name, folded with `foldName`. */
export interface UserNameTerm {
  op: 'is' | 'startsWith' | 'contains'
  text: string
}

const sortColumns = {
  name: 'display_name_key',
  externalId: 'external_id',
  id: 'id',
  updated: 'updated_at',
  created: 'created_at',
}
export type GroupSort = keyof typeof sortColumns
export const isGroupSort = (column: string): column is GroupSort => Object.hasOwn(sortColumns, column)

/**
 * A page of groups with their totals, and how many match, exactly.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function searchGroups(
  search: DirectorySearch<GroupSort> & { userName?: UserNameTerm },
): Promise<{ groups: FoundGroup[]; total: number }> {
  const { filter, page, rows, keys } = search
  const asked = await groupsQuery(search)
  const { ids, total } = await pageAndTotal({ ...asked, page, rows, readsAll: looksInside(filter) })
  return { total, groups: await groupsOf(ids, keys) }
}

/** All groups that match, in the same order, by 1,000. Throws as `searchGroups`. */
export const allGroups = async (search: GroupsSearch) =>
  allRows(await groupsQuery(search), (ids) => groupsOf(ids, search.keys))

type GroupsSearch = Omit<DirectorySearch<GroupSort>, 'page' | 'rows'> & { userName?: UserNameTerm }

async function groupsQuery({ providerIds, registry, filter, userName, sort }: GroupsSearch) {
  const matching = groupsWhere(registry, filter)
  const where = userName
    ? sql`${matching} and groups.id = any(${await groupsOfUsers(providerIds, userName)}::uuid[])`
    : matching
  return {
    table: 'groups' as const,
    providerIds,
    where,
    sortColumn: sortColumns[sort.column],
    descending: sort.descending,
  }
}

async function groupsOf(ids: string[], keys: string[] = []): Promise<FoundGroup[]> {
  const [found, totals] = await Promise.all([readGroups(ids, keys), groupTotals(ids)])
  const none = { total: 0, active: 0 }
  return inOrder(ids, found).map((group) => ({ ...group, ...(totals.get(group.id) ?? none) }))
}

const readGroups = (ids: string[], keys: string[]) =>
  query<Omit<FoundGroup, keyof GroupTotals>>(sql`
    select id::text as id, provider_id::text as "providerId", display_name as "displayName",
      external_id as "externalId", created_at as "createdAt", updated_at as "updatedAt"${documentPart(keys)}
    from groups where id = any(${ids}::uuid[])`)

/** Groups that hold a user of such a name, directly or through other groups. */
async function groupsOfUsers(providerIds: string[], { op, text }: UserNameTerm): Promise<string[]> {
  const pattern = `${op === 'contains' ? '%' : ''}${text.replace(/[\\%_]/g, '\\$&')}%`
  const named = op === 'is' ? sql`u.user_name_key = ${text}` : sql`u.user_name_key like ${pattern}`
  const rows = await query<{ id: string }>(sql`
    with recursive up (id, depth) as (
      select m.group_id, 0 from users u join memberships m on m.user_id = u.id
      where u.provider_id = any(${providerIds}::uuid[]) and ${named}
      union
      select s.group_id, up.depth + 1 from up join subgroups s on s.child_id = up.id where up.depth < 10
    )
    select distinct id::text as id from up`)
  return rows.map(({ id }) => id)
}
