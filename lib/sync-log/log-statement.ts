import { type Sql, empty, join, raw, sql } from '@/lib/db/sql'
import { cutBody, requestText, responseText, storable } from './log-body'
import type { LogEntry } from './log-entry'
import { type ComputedEntity, entityColumns } from './log-entity'
import { namedIds } from './mentions'
import { Redaction } from './redaction'

/** Where the statement itself knows better than the caller: SQL over the row of `from`. */
export interface Computed extends ComputedEntity {
  action?: Sql
  membersAdded?: Sql
  membersRemoved?: Sql
  /** jsonb to append to the notes. */
  moreNotes?: Sql
  /** Queries of (entity_id text, role text): memberships that really changed. */
  mentions?: Sql[]
  /** Names of the CTEs begin with it; for a statement that writes two rows. */
  prefix?: string
}

/**
 * The part of a statement that records it: CTEs to stand after the one named `from`, which has one row when the change
 * landed and none when it did not. The row's duration is what the application had spent until now, plus the statement's
 * own time up to the moment of recording.
 */
export function logStatement(entry: LogEntry, from: Sql, computed: Computed = {}): Sql {
  const { call, entity } = entry
  const redaction = new Redaction(call.provider.redactedAttributes)
  // Body and URL first: what is left out of them is left out of what is said about them.
  const requested = requestText(call.bodyText, call.body, redaction)
  const url = redaction.url(call.url)
  const request = cutBody(requested, call.bodyText ? Buffer.byteLength(call.bodyText) : undefined)
  const response = cutBody(responseText(entry.response, redaction))
  const elapsed = performance.now() - call.started
  const changes = entry.changes?.length ? JSON.stringify(redaction.changes(entry.changes)) : null
  const notes = call.notes.length ? JSON.stringify(redaction.notes(call.notes)) : null
  const noteSql =
    computed.moreNotes && !redaction.hides('members.value')
      ? sql`nullif(coalesce(${notes}::jsonb, '[]'::jsonb) || ${computed.moreNotes}, '[]'::jsonb)`
      : sql`${notes}::jsonb`
  const prefix = raw(computed.prefix ?? 'logged')
  return sql`${prefix} as (
  insert into sync_log (id, provider_id, token_id, at, method, url, resource_type, entity_id, entity_name,
    entity_name_key, entity_external_id, action, status, scim_type, detail, duration_ms, client, address,
    members_added, members_removed, changes, notes)
  select ${call.requestId}::uuid, ${call.provider.id}::uuid, ${call.token?.id ?? null}::uuid, ${call.at}::timestamptz,
    ${call.method}::text, ${storable(url)}::text, ${entity?.type ?? null}::text,
    ${entityColumns(entity, computed, redaction)},
    ${computed.action ?? sql`${entry.action}::text`}, ${entry.status}::int, ${entry.scimType ?? null}::text,
    ${entry.detail === undefined ? null : storable(redaction.text(entry.detail))}::text,
    ${elapsed}::float8 + extract(epoch from clock_timestamp() - statement_timestamp())::float8 * 1000,
    ${call.client ?? null}::text, ${call.address ?? null}::text,
    ${computed.membersAdded ?? sql`0`}, ${computed.membersRemoved ?? sql`0`}, ${changes}::jsonb, ${noteSql}
  from ${from}
), ${prefix}_payload as (
  insert into sync_log_payloads (log_id, at, request, request_cut, response, response_cut)
  select ${call.requestId}::uuid, ${call.at}::timestamptz, ${request.text}::text, ${request.cut}::int,
    ${response.text}::text, ${response.cut}::int
  from ${from}
)${mentionStatement(entry, requested, from, prefix, computed.mentions ?? [])}`
}

/** Real membership changes first: an id named as well keeps the role that says more. */
function mentionStatement(entry: LogEntry, requested: string | undefined, from: Sql, prefix: Sql, changed: Sql[]): Sql {
  const { call, entity } = entry
  const named = entry.named ?? namedIds(requested, [entity?.id, entity?.externalId])
  const queries = [...changed]
  if (named.length || changed.length)
    queries.push(sql`select unnest(${named}::text[]) as entity_id, 'named' as role from ${from}`)
  if (queries.length === 0) return empty
  return sql`, ${prefix}_mentions as (
  insert into sync_log_mentions (entity_id, log_id, role)
  select mention.entity_id, ${call.requestId}::uuid, mention.role
  from (${join(queries, ' union all ')}) as mention
  on conflict do nothing
)`
}
