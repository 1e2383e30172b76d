import { empty, query, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import {
  type Document,
  type MemberRef,
  type Projection,
  locationOf,
  notFound,
  renderGroup,
  uniqueness,
} from '@/lib/scim'
import { type ListedMember, asMember, listedMembers } from './members-of-groups'
import type { ScimCall, Shown } from './scim-call'
import { type ResourceRow, resourceColumns } from './stored-resource'

/** A group as it is read for answering and changing. */
export interface StoredGroup {
  id: string
  document: Document
  version: number
  created: Date
  lastModified: Date
  /** Undefined: not read. */
  members?: MemberRef[]
}

export interface GroupRow extends ResourceRow {
  members?: ListedMember[] | null
}

export const asStoredGroup = (row: GroupRow): StoredGroup => ({
  id: row.id,
  document: row.resource,
  version: row.version,
  created: row.created_at,
  lastModified: row.updated_at,
  // Null from the join: no members; undefined: they were not read.
  members: row.members === undefined ? undefined : (row.members ?? []).map(asMember),
})

/**
 * Reads one group of the call's provider in one statement.
 * @throws ScimError 404 for an unknown id, one of another provider, and what is no id at all
 */
export async function findGroup(call: ScimCall, id: string, withMembers: boolean): Promise<StoredGroup> {
  if (!isOwnId(id)) throw noGroup(id)
  const [row] = await query<GroupRow>(sql`with page as (
    select id from groups where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid
  )${withMembers ? sql`, ${listedMembers}` : empty}
  select ${resourceColumns(sql`groups`)} ${withMembers ? sql`, listed.members` : empty}
  from page join groups on groups.id = page.id
  ${withMembers ? sql`left join listed on listed.group_id = groups.id` : empty}`)
  if (!row) throw noGroup(id)
  return asStoredGroup(row)
}

export const noGroup = (id: string) => notFound(`There is no group with the id "${id}".`)

export const groupNameInUse = (name: string) =>
  uniqueness(
    `The displayName "${name}" is in use by another group, compared without case. ` +
      'Choose another one, or allow groups of the same name in the settings of this identity provider.',
  )

export const groupEtag = (version: number) => `W/"${version}"`

export function showGroup(call: ScimCall, group: StoredGroup, projection: Projection): Shown {
  const etag = groupEtag(group.version)
  const body = renderGroup(call.registry, { ...group, version: etag }, call.baseUrl, projection)
  return { body, etag, location: locationOf(call.registry.Group, group.id, call.baseUrl) }
}
