import { empty, sql } from '@/lib/db/sql'
import { matchesEtag, readProjection } from '@/lib/scim'
import { answerList } from './answer-list'
import { listedMembers } from './members-of-groups'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type GroupRow, asStoredGroup, findGroup, groupRowColumns, showGroup } from './stored-group'

/**
 * GET /Groups/{id}; 304 where If-None-Match names its version. Members are read only where they are shown.
 * @throws ScimError 404
 */
export async function getGroup(call: ScimCall, id: string): Promise<ScimAnswer> {
  const projection = readProjection(call.registry, 'Group', call.query)
  const group = await findGroup(call, id, projection.wants('members'))
  const { body, etag } = showGroup(call, group, projection)
  if (call.ifNoneMatch !== undefined && matchesEtag(call.ifNoneMatch, etag)) return { status: 304, etag }
  return { status: 200, body, etag }
}

/**
 * GET /Groups: a page and the exact total in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export async function listGroups(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call.registry, 'Group', call.query)
  const withMembers = projection.wants('members')
  return answerList<GroupRow>(call, 'Group', {
    columns: withMembers ? sql`${groupRowColumns}, listed.members` : groupRowColumns,
    ctes: withMembers ? listedMembers : undefined,
    joins: sql`left join groups on groups.id = page.id
      ${withMembers ? sql`left join listed on listed.group_id = groups.id` : empty}`,
    show: (row) => showGroup(call, asStoredGroup(row), projection).body,
  })
}
