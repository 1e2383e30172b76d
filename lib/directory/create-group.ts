import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { readGroup, readProjection } from '@/lib/scim'
import { logStatement } from '@/lib/sync-log/log-statement'
import { groupColumnNames, groupColumnValues, groupNameOf } from './group-columns'
import { untilLanded } from './landing'
import { memberLog, memberStatements } from './member-statements'
import { resolveMembers } from './members-of-groups'
import type { ScimAnswer, ScimCall } from './scim-call'
import { groupNameInUse, showGroup } from './stored-group'

/**
 * POST /Groups. Members that nobody has are kept as unresolved; in Strict they refuse the call.
 * @throws ScimError 400, 409 uniqueness, 413
 */
export async function createGroup(received: ScimCall): Promise<ScimAnswer> {
  const { document, members = [], notes } = readGroup(received.registry, received.body)
  const call = { ...received, notes: [...received.notes, ...notes] }
  const id = uuidv7()
  const name = groupNameOf(document)
  const plan = { clear: false, add: members, remove: [] }
  return untilLanded(async () => {
    const group = {
      id,
      document,
      version: 1,
      created: call.at,
      lastModified: call.at,
      members: await resolveMembers(call, members),
    }
    const projection = readProjection(call.registry, 'Group', call.query, { after: document })
    const answer = { status: 201, ...showGroup(call, group, projection) }
    const entity = { type: 'Group' as const, id, name, externalId: document.externalId as string | undefined }
    const rows = await query(sql`with target as (
      insert into groups (id, provider_id, version, created_at, created_request, updated_at, updated_request, ${groupColumnNames})
      values (${id}::uuid, ${call.provider.id}::uuid, 1, ${call.at}::timestamptz, ${call.requestId}::uuid,
        ${call.at}::timestamptz, ${call.requestId}::uuid, ${groupColumnValues(call.registry, document)})
      on conflict (provider_id, unique_name_key) do nothing returning id
    ), ${memberStatements(call, plan)},
    ${logStatement({ call, action: 'created', status: 201, entity, response: answer.body }, sql`target`, memberLog(plan))}
    select id from target`)
    if (rows.length === 0) throw groupNameInUse(name)
    return answer
  })
}
