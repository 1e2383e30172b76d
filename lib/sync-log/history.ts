import { query, sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'
import type { FoundCall } from './found-calls'

/** A call that changed a user or group, seen from that one. */
export interface HistoryCall extends Pick<
  FoundCall,
  | 'id'
  | 'at'
  | 'method'
  | 'url'
  | 'resourceType'
  | 'entityId'
  | 'entityName'
  | 'action'
  | 'status'
  | 'durationMs'
  | 'client'
  | 'tokenId'
  | 'detail'
  | 'membersAdded'
  | 'changes'
> {
  /** Of a deleted user: the groups that it left. */
  membersRemoved: number
  /** It was about this one, or it was about another and this one came in or went out with it. */
  role: 'entity' | 'added' | 'removed'
  /** The first ids that the call added and removed, where it was about this one. */
  added: string[]
  removed: string[]
}

export interface HistoryPage {
  /** Newest first. */
  calls: HistoryCall[]
  /** To ask for what was before with; missing at the end of the log. */
  earlier?: string
  /** At the end: when this provider's oldest recorded call was. */
  reachesBackTo?: Date
}

export interface HistoryQuery {
  providerId: string
  entityId: string
  /** As a page handed it out. */
  before?: string
  rows?: number
  /** How many calls (and as many mentions) are looked at for one page; most of them may have changed nothing. */
  scan?: number
}

const ROWS = 20
const SCAN = 2000
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Ids shown by name for each call; the rest is counted. */
export const NAMED = 5
// A body can name 100,000 ids. What really changed was written first, so this finds it.
const MENTIONS = 5000

/**
 * What changed a user or group, newest first, from the calls about it and from those that added or removed it: each read
 * along its own index, for a bounded stretch, so that a page costs the same however long the log is. A page may be empty
 * and still have an earlier one: then that stretch changed nothing.
 */
export async function historyOf({
  providerId,
  entityId,
  before = LAST,
  rows = ROWS,
  scan = SCAN,
}: HistoryQuery): Promise<HistoryPage> {
  if (!isUuid(before)) return { calls: [] }
  const found = await query<{ edge: string | null; oldest: Date | null } & (HistoryCall | { id: null })>(sql`
    with own as materialized (
      select id, action from sync_log where entity_id = ${entityId} and id < ${before}::uuid
      order by id desc limit ${scan}::int
    ), others as materialized (
      select log_id as id, role from sync_log_mentions where entity_id = ${entityId} and log_id < ${before}::uuid
      order by log_id desc limit ${scan}::int
    ), edge as (
      select greatest(
        (select id from own order by id desc offset ${scan - 1}::int limit 1),
        (select id from others order by id desc offset ${scan - 1}::int limit 1)
      ) as id
    ), page as (
      select hits.id, hits.role from (
        select id, 'entity' as role from own where action not in ('unchanged', 'read', 'refused')
        union all select id, role from others where role in ('added', 'removed')
      ) hits, edge where edge.id is null or hits.id >= edge.id order by hits.id desc limit ${rows + 1}::int
    )
    select edge.id::text as edge, l.id::text as id, l.at, l.method, l.url, l.resource_type as "resourceType",
      l.entity_id as "entityId", l.entity_name as "entityName", l.action, l.status, l.duration_ms as "durationMs",
      l.client, l.token_id::text as "tokenId", l.detail, l.members_added as "membersAdded",
      case when l.resource_type = 'User' then (select count(*)::int from (${mentioned}) scanned where scanned.role = 'removed')
        else l.members_removed end as "membersRemoved",
      l.changes, page.role, ${members('added')} as added, ${members('removed')} as removed,
      (select at from sync_log where provider_id = ${providerId}::uuid order by id limit 1) as oldest
    from edge left join page on true left join sync_log l on l.id = page.id
    order by page.id desc`)
  const calls = found.filter((call): call is (typeof found)[number] & HistoryCall => call.id !== null)
  const { edge = null, oldest = null } = found[0] ?? {}
  const shown = calls.slice(0, rows).map(ofMembers)
  const earlier = calls.length > rows ? shown.at(-1)?.id : edge
  if (earlier) return { calls: shown, earlier }
  return { calls: shown, ...(oldest && { reachesBackTo: oldest }) }
}

/** A deleted group takes its parents' versions along: they are mentioned after its members, who are counted. */
const ofMembers = ({
  edge: _edge,
  oldest: _oldest,
  ...call
}: HistoryCall & { edge: string | null; oldest: Date | null }): HistoryCall => ({
  ...call,
  removed: call.removed.slice(0, call.membersRemoved),
})

const mentioned = sql`select m.entity_id, m.role from sync_log_mentions m
  where page.role = 'entity' and m.log_id = l.id limit ${MENTIONS}::int`

const members = (role: 'added' | 'removed') => sql`array(
  select scanned.entity_id from (${mentioned}) scanned where scanned.role = ${role} limit ${NAMED}::int)`
