import { type Sql, query, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type Document, type GroupRef, type Projection, locationOf, notFound, renderUser } from '@/lib/scim'
import { heldGroups, userEtag } from './groups-of-users'
import type { ScimCall, Shown } from './scim-call'
import { type ResourceRow, resourceColumns } from './stored-resource'

/** A user as it is read for answering and changing. */
export interface StoredUser {
  id: string
  document: Document
  version: number
  created: Date
  lastModified: Date
  /** null: another person took its name over. */
  nameKey: string | null
  formerName: string | null
  lastRealName: string | null
  groups: GroupRef[]
}

export interface UserRow extends ResourceRow {
  user_name_key: string | null
  former_user_name: string | null
  last_real_name: string | null
  groups: GroupRef[] | null
}

/** What `asStoredUser` reads of `users` beside what every resource has; `held.groups` comes from another table. */
export const userColumns: Sql = sql`users.user_name_key, users.former_user_name, users.last_real_name`

export const asStoredUser = (row: UserRow): StoredUser => ({
  id: row.id,
  document: row.resource,
  version: row.version,
  created: row.created_at,
  lastModified: row.updated_at,
  nameKey: row.user_name_key,
  formerName: row.former_user_name,
  lastRealName: row.last_real_name,
  groups: row.groups ?? [],
})

/**
 * Reads one user of the call's provider, with its groups, in one statement.
 * @throws ScimError 404 for an unknown id, one of another provider, and what is no id at all
 */
export async function findUser(call: ScimCall, id: string): Promise<StoredUser> {
  if (!isOwnId(id)) throw noUser(id)
  const [row] = await query<UserRow>(sql`with recursive page as (
    select id from users where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid
  ), ${heldGroups}
  select ${resourceColumns(sql`users`)}, ${userColumns}, held.groups from page join users on users.id = page.id
  left join held on held.user_id = users.id`)
  if (!row) throw noUser(id)
  return asStoredUser(row)
}

export const noUser = (id: string) => notFound(`There is no user with the id "${id}".`)

export function showUser(call: ScimCall, user: StoredUser, projection: Projection): Shown {
  const etag = userEtag(user.version, user.groups)
  const body = renderUser(call.registry, { ...user, version: etag }, call.baseUrl, projection)
  return { body, etag, location: locationOf(call.registry.User, user.id, call.baseUrl) }
}
