import { query, sql } from '@/lib/db/sql'
import type { Change } from '@/lib/scim'
import { firstIdAt } from './retention'

/** A recorded call that changed a user, or put it in a group or took it out. */
export interface CallSince {
  id: string
  at: Date
  action: string
  /** It was about the user, or about a group that the user came into or left. */
  role: 'entity' | 'added' | 'removed'
  /** That group. */
  groupId: string | null
  changes: Change[] | null
  /** Groups that a user left by being deleted. */
  left: string[]
}

export interface CallsSince {
  /** Newest first. */
  calls: CallSince[]
  /** There are more calls than are looked at. */
  tooMany: boolean
  /** When this provider's oldest recorded call was. */
  oldest: Date | null
}

const MOST = 20_000

/** What changed a user and its memberships from a moment on, along the two indexes by id. One statement. */
export async function callsSince(
  providerId: string,
  userId: string,
  from: Date,
  most: number = MOST,
): Promise<CallsSince> {
  const rows = await query<{ looked: number; oldest: Date | null } & (CallSince | { id: null })>(sql`
    with own as materialized (
      select id, action from sync_log where entity_id = ${userId} and id >= ${firstIdAt(from)}::uuid limit ${most + 1}::int
    ), others as materialized (
      select log_id as id, role from sync_log_mentions
      where entity_id = ${userId} and log_id >= ${firstIdAt(from)}::uuid limit ${most + 1}::int
    ), hits as (
      select id, 'entity' as role from own where action not in ('unchanged', 'read', 'refused')
      union all select id, role from others where role in ('added', 'removed')
    ), whole as (
      select greatest((select count(*) from own), (select count(*) from others))::int as looked,
        (select at from sync_log where provider_id = ${providerId}::uuid order by id limit 1) as oldest
    )
    select whole.looked, whole.oldest, l.id::text as id, l.at, l.action, hits.role,
      case when hits.role = 'entity' then null else l.entity_id end as "groupId",
      case when hits.role = 'entity' then l.changes end as changes,
      case when hits.role = 'entity' and l.action in ('deleted', 'deleted-by-deactivation') then array(
        select m.entity_id from sync_log_mentions m where m.log_id = l.id and m.role = 'removed'
      ) else '{}' end as left
    from whole left join hits on true
      left join sync_log l on l.id = hits.id and (hits.role = 'entity' or l.resource_type = 'Group')
    order by l.id desc nulls last`)
  const calls = rows.filter((row): row is (typeof rows)[number] & CallSince => row.id !== null)
  const { looked = 0, oldest = null } = rows[0] ?? {}
  return {
    calls: calls.map(({ looked: _looked, oldest: _oldest, ...call }) => call),
    tooMany: looked > most,
    oldest,
  }
}
