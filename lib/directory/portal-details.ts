import { query, sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'
import type { JsonObject } from '@/lib/scim'
import { groupsOfUser, type GroupOfUser } from './portal-memberships'

/** A user or group as it is stored. */
interface Stored {
  id: string
  providerId: string
  document: JsonObject
  externalId: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  createdRequest: string
  updatedRequest: string
}

/** A user's drawer. */
export interface UserDetails extends Stored {
  userName: string
  displayName: string | null
  active: boolean
  /** Its name until another person took it over. */
  formerUserName: string | null
  lastRealName: string | null
  deactivatedAt: Date | null
  deactivatedRequest: string | null
  groups: GroupOfUser[]
}

/** A group's drawer; its members come page by page. */
export interface GroupDetails extends Stored {
  displayName: string
}

/** What is left of a deleted user or group. */
export interface DeletedDetails {
  id: string
  providerId: string
  name: string
  externalId: string | null
  createdAt: Date
  deletedAt: Date
  requestId: string
}

const stored = sql`id::text as id, provider_id::text as "providerId", resource as document, external_id as "externalId",
  version, created_at as "createdAt", updated_at as "updatedAt", created_request::text as "createdRequest",
  updated_request::text as "updatedRequest"`

export async function userDetails(id: string): Promise<UserDetails | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await query<Omit<UserDetails, 'groups'>>(sql`
    select ${stored}, user_name as "userName", display_name as "displayName", active,
      former_user_name as "formerUserName", last_real_name as "lastRealName", deactivated_at as "deactivatedAt",
      deactivated_request::text as "deactivatedRequest"
    from users where id = ${id}::uuid`)
  return row && { ...row, groups: await groupsOfUser(id) }
}

export async function groupDetails(id: string): Promise<GroupDetails | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await query<GroupDetails>(
    sql`select ${stored}, display_name as "displayName" from groups where id = ${id}::uuid`,
  )
  return row
}

export async function deletedDetails(type: 'User' | 'Group', id: string): Promise<DeletedDetails | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await query<DeletedDetails>(sql`
    select id::text as id, provider_id::text as "providerId", name, external_id as "externalId",
      created_at as "createdAt", deleted_at as "deletedAt", request_id::text as "requestId"
    from deleted_resources where id = ${id}::uuid and resource_type = ${type}`)
  return row
}
