import { type Sql, query, sql } from '@/lib/db/sql'
import { databaseFailure } from '@/lib/db/errors'
import type { Change, Document, JsonObject, MemberPlan, Note } from '@/lib/scim'
import type { Action } from '@/lib/sync-log/log-entry'
import { logStatement } from '@/lib/sync-log/log-statement'
import { groupColumnNames, groupColumnValues, groupNameOf } from './group-columns'
import { memberLog, memberStatements } from './member-statements'
import type { ScimCall } from './scim-call'
import { groupNameInUse } from './stored-group'

/** A change of one group. */
export interface GroupChange {
  id: string
  /** Versions at which it may land; undefined: any. */
  versions?: number[]
  /** Left out where the document stays as it is. */
  document?: Document
  changes?: Change[]
  members: MemberPlan
  /** What to call it when the document changes. */
  action: Action
  status: number
  response?: JsonObject
  notes: readonly Note[]
}

export interface WrittenGroup {
  version: number
  /** Whether anything is different. */
  changed: boolean
}

export const NO_MEMBERS: MemberPlan = { clear: false, add: [], remove: [] }

/**
 * Writes document and memberships of a group, and the log row, in one statement, under the group's row lock. Nobody's
 * membership is read: the cost does not grow with the group. Version and lastModified move when something changed.
 * @returns undefined where there is no such group at one of the versions
 * @throws ScimError 409 uniqueness
 */
export async function writeGroup(call: ScimCall, change: GroupChange): Promise<WrittenGroup | undefined> {
  const { id, document, members } = change
  try {
    const [row] = await query<{ version: number; changed: boolean }>(sql`with target as materialized (
      select id, display_name, display_name_key, external_id, version from groups
      where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid ${atVersions(change.versions)}
      for no key update
    ), ${memberStatements(call, members)}, written as (
      update groups set ${document ? sql`(${groupColumnNames}) = row (${groupColumnValues(call.registry, document)}),` : sql``}
        version = groups.version + 1, updated_at = greatest(groups.updated_at, ${call.at}::timestamptz),
        updated_request = ${call.requestId}::uuid
      from target, tally
      where groups.id = target.id ${document ? sql`` : sql`and tally.added + tally.removed > 0`}
      returning groups.version
    ), ${log(call, change)}
    select coalesce(written.version, target.version) as version, written.version is not null as changed
    from target left join written on true`)
    return row
  } catch (error) {
    if (document && databaseFailure(error) === 'unique') throw groupNameInUse(groupNameOf(document))
    throw error
  }
}

const atVersions = (versions: number[] | undefined): Sql =>
  versions ? sql`and version = any(${versions}::int[])` : sql``

function log(call: ScimCall, change: GroupChange): Sql {
  const { document } = change
  const computed = memberLog(change.members)
  return logStatement(
    {
      call: { ...call, notes: [...call.notes, ...change.notes] },
      action: change.action,
      status: change.status,
      entity: {
        type: 'Group',
        id: change.id,
        name: document && groupNameOf(document),
        externalId: document?.externalId as string | undefined,
      },
      changes: change.changes,
      response: change.response,
    },
    sql`target`,
    document
      ? computed
      : {
          ...computed,
          entityName: sql`target.display_name`,
          entityNameKey: sql`target.display_name_key`,
          entityExternalId: sql`target.external_id`,
          action: sql`(select case when added + removed > 0 then 'members-changed' else 'unchanged' end from tally)`,
        },
  )
}
