import { empty, sql } from '@/lib/db/sql'
import { matchesEtag, readProjection } from '@/lib/scim'
import { type Listed, answerList } from './answer-list'
import { listedMembers } from './members-of-groups'
import type { ScimAnswer, ScimCall } from './scim-call'
import { asStoredGroup, findGroup, showGroup } from './stored-group'

/**
 * GET /Groups/{id}; 304 where If-None-Match names its version. Members are read only where they are shown.
 * @throws ScimError 404
 */
export async function getGroup(call: ScimCall, id: string): Promise<ScimAnswer> {
  const projection = readProjection(call.registry, 'Group', call.query)
  const group = await findGroup(call, id, projection.wants('members'))
  const shown = showGroup(call, group, projection)
  if (call.ifNoneMatch !== undefined && matchesEtag(call.ifNoneMatch, shown.etag))
    return { status: 304, etag: shown.etag }
  return { status: 200, ...shown }
}

/**
 * GET /Groups: a page and the exact total in one statement.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export const listGroups = (call: ScimCall) => answerList(call, [listedGroups(call)])

/** Groups of a list, with their members where those are shown. */
export function listedGroups(call: ScimCall): Listed {
  const projection = readProjection(call.registry, 'Group', call.query)
  const withMembers = projection.wants('members')
  return {
    type: 'Group',
    columns: withMembers ? [sql`listed.members`] : [],
    ctes: withMembers ? listedMembers : undefined,
    joins: sql`left join groups on groups.id = page.id
      ${withMembers ? sql`left join listed on listed.group_id = groups.id` : empty}`,
    show: (row) => showGroup(call, asStoredGroup(row), projection).body,
  }
}
