import { empty, sql } from '@/lib/db/sql'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import { groupTargets } from '@/lib/filter-sql/group-targets'
import { sortKey } from '@/lib/filter-sql/sort-key'
import { listResponse, matchesEtag, readListQuery, readProjection, takeNotes } from '@/lib/scim'
import { listedMembers } from './members-of-groups'
import { pageOf } from './page'
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
 * @throws ScimError 400 invalidFilter, invalidValue
 */
export async function listGroups(call: ScimCall): Promise<ScimAnswer> {
  const notes = takeNotes()
  const asked = readListQuery(call.registry, 'Group', call.query, notes)
  call.notes.push(...notes.list)
  const where = asked.filter
    ? sql`groups.provider_id = ${call.provider.id}::uuid and ${compileFilter(asked.filter, groupTargets(call.registry))}`
    : sql`groups.provider_id = ${call.provider.id}::uuid`
  const withMembers = asked.projection.wants('members')
  const { rows, total } = await pageOf<GroupRow>({
    table: sql`groups`,
    where,
    sort: asked.sortBy && sortKey(asked.sortBy),
    descending: asked.descending,
    offset: asked.startIndex - 1,
    count: asked.count,
    columns: withMembers ? sql`${groupRowColumns}, listed.members` : groupRowColumns,
    ctes: withMembers ? listedMembers : undefined,
    joins: withMembers ? sql`left join listed on listed.group_id = groups.id` : empty,
  })
  const resources = rows.map((row) => showGroup(call, asStoredGroup(row), asked.projection).body)
  return { status: 200, body: listResponse({ totalResults: total, startIndex: asked.startIndex, resources }) }
}
