import { empty, sql } from '@/lib/db/sql'
import { matchesEtag, readProjection } from '@/lib/scim'
import { type Listed, answerList } from './answer-list'
import { heldGroups } from './groups-of-users'
import type { ScimAnswer, ScimCall } from './scim-call'
import { asStoredUser, findUser, showUser, userColumns } from './stored-user'

/**
 * GET /Users/{id}; 304 where If-None-Match names its version.
 * @throws ScimError 404
 */
export async function getUser(call: ScimCall, id: string): Promise<ScimAnswer> {
  const projection = readProjection(call.registry, 'User', call.query)
  const shown = showUser(call, await findUser(call, id), projection)
  if (call.ifNoneMatch !== undefined && matchesEtag(call.ifNoneMatch, shown.etag))
    return { status: 304, etag: shown.etag }
  return { status: 200, ...shown }
}

/**
 * GET /Users: a page and the exact total in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export const listUsers = (call: ScimCall) => answerList(call, [listedUsers(call)])

/** Users of a list, with their groups where those are shown. */
export function listedUsers(call: ScimCall): Listed {
  const projection = readProjection(call.registry, 'User', call.query)
  // The tag in meta holds a digest of the groups.
  const withGroups = projection.wants('groups') || projection.wants('meta')
  return {
    type: 'User',
    columns: withGroups ? [userColumns, sql`held.groups`] : [userColumns],
    ctes: withGroups ? heldGroups : undefined,
    joins: sql`left join users on users.id = page.id
      ${withGroups ? sql`left join held on held.user_id = users.id` : empty}`,
    show: (row) => showUser(call, asStoredUser(row), projection).body,
  }
}
