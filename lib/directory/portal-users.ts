import { join, query, sql } from '@/lib/db/sql'
import type { Filter, JsonObject, Registry } from '@/lib/scim'
import { groupConditions } from './portal-group-filter'
import { groupCounts } from './portal-memberships'
import { allRows, documentPart, inOrder, pageAndTotal } from './portal-page'
import { looksInside, usersWhere } from './portal-where'

/** What an admin asks of SCIM Users or SCIM Groups. */
export interface DirectorySearch<Column extends string> {
  providerIds: string[]
  /** Resolves the filter's attributes: the provider's own, or the shared one over several. */
  registry: Registry
  filter?: Filter
  sort: { column: Column; descending: boolean }
  /** Keys of the documents that are read with the rows. */
  keys?: string[]
  /** From 1. */
  page: number
  rows: number
}

/** A row of SCIM Users. */
export interface FoundUser {
  id: string
  providerId: string
  userName: string
  /** The last name that was not a tombstone, where `userName` is one. */
  lastRealName: string | null
  externalId: string | null
  active: boolean
  displayName: string | null
  email: string | null
  department: string | null
  title: string | null
  createdAt: Date
  updatedAt: Date
  groups: number
  /** As much of the document as was asked for. */
  document?: JsonObject
}

const sortColumns = {
  userName: 'user_name_key',
  status: 'active',
  displayName: 'display_name_key',
  externalId: 'external_id',
  id: 'id',
  updated: 'updated_at',
  email: 'email_key',
  created: 'created_at',
}
export type UserSort = keyof typeof sortColumns
export const isUserSort = (column: string): column is UserSort => Object.hasOwn(sortColumns, column)

/**
 * A page of users and how many match, exactly.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function searchUsers(search: DirectorySearch<UserSort>): Promise<{ users: FoundUser[]; total: number }> {
  const { page, rows } = search
  const { asked, readsAll } = await usersQuery(search)
  const { ids, total } = await pageAndTotal({ ...asked, page, rows, readsAll })
  return { total, users: await usersOf(ids, search.keys) }
}

/** All users that match, in the same order, by 1,000. Throws as `searchUsers`. */
export const allUsers = async (search: Omit<DirectorySearch<UserSort>, 'page' | 'rows'>) =>
  allRows((await usersQuery(search)).asked, (ids) => usersOf(ids, search.keys))

async function usersQuery({ providerIds, registry, filter, sort }: Omit<DirectorySearch<UserSort>, 'page' | 'rows'>) {
  const { conditions, rest } = await groupConditions(registry, providerIds, filter)
  const where = join([usersWhere(registry, rest), ...conditions], ' and ')
  const sortColumn = sortColumns[sort.column]
  return {
    asked: { table: 'users' as const, providerIds, where, sortColumn, descending: sort.descending },
    readsAll: looksInside(rest),
  }
}

async function usersOf(ids: string[], keys: string[] = []): Promise<FoundUser[]> {
  const [found, groups] = await Promise.all([readUsers(ids, keys), groupCounts(ids)])
  return inOrder(ids, found).map((user) => ({ ...user, groups: groups.get(user.id) ?? 0 }))
}

const readUsers = (ids: string[], keys: string[]) =>
  query<Omit<FoundUser, 'groups'>>(sql`
    select id::text as id, provider_id::text as "providerId", user_name as "userName",
      last_real_name as "lastRealName", external_id as "externalId", active, display_name as "displayName", email,
      department, title, created_at as "createdAt", updated_at as "updatedAt"${documentPart(keys)}
    from users where id = any(${ids}::uuid[])`)
