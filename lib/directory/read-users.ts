import { userTargets } from '@/lib/filter-sql/user-targets'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import { sortKey } from '@/lib/filter-sql/sort-key'
import { empty, sql } from '@/lib/db/sql'
import { listResponse, matchesEtag, readListQuery, readProjection, takeNotes } from '@/lib/scim'
import { heldGroups } from './groups-of-users'
import { pageOf } from './page'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type UserRow, asStoredUser, findUser, showUser, userRowColumns } from './stored-user'

/**
 * GET /Users/{id}; 304 where If-None-Match names its version.
 * @throws ScimError 404
 */
export async function getUser(call: ScimCall, id: string): Promise<ScimAnswer> {
  const projection = readProjection(call.registry, 'User', call.query)
  const { body, etag } = showUser(call, await findUser(call, id), projection)
  if (call.ifNoneMatch !== undefined && matchesEtag(call.ifNoneMatch, etag)) return { status: 304, etag }
  return { status: 200, body, etag }
}

/**
 * GET /Users: a page and the exact total in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue
 */
export async function listUsers(call: ScimCall): Promise<ScimAnswer> {
  const notes = takeNotes()
  const asked = readListQuery(call.registry, 'User', call.query, notes)
  call.notes.push(...notes.list)
  const where = asked.filter
    ? sql`users.provider_id = ${call.provider.id}::uuid and ${compileFilter(asked.filter, userTargets(call.registry))}`
    : sql`users.provider_id = ${call.provider.id}::uuid`
  // The tag in meta holds a digest of the groups.
  const withGroups = asked.projection.wants('groups') || asked.projection.wants('meta')
  const { rows, total } = await pageOf<UserRow>({
    table: sql`users`,
    where,
    sort: asked.sortBy && sortKey(asked.sortBy),
    descending: asked.descending,
    offset: asked.startIndex - 1,
    count: asked.count,
    columns: withGroups ? sql`${userRowColumns}, held.groups` : userRowColumns,
    ctes: withGroups ? heldGroups : undefined,
    joins: withGroups ? sql`left join held on held.user_id = users.id` : empty,
  })
  const resources = rows.map((row) => showUser(call, asStoredUser(row), asked.projection).body)
  return { status: 200, body: listResponse({ totalResults: total, startIndex: asked.startIndex, resources }) }
}
