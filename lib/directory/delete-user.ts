import { query, sql } from '@/lib/db/sql'
import type { LogEntry } from '@/lib/sync-log/log-entry'
import { logStatement } from '@/lib/sync-log/log-statement'
import { acceptedVersions, changedMeanwhile } from './if-match'
import { isOwnId } from '@/lib/db/uuid'
import { untilLanded } from './landing'
import type { ScimAnswer, ScimCall } from './scim-call'
import { noUser } from './stored-user'

/**
 * DELETE /Users/{id}: the user leaves its groups, its name is free at once; a stub stays for the portal.
 * @throws ScimError 404, 412
 */
export async function deleteUser(call: ScimCall, id: string): Promise<ScimAnswer> {
  if (!isOwnId(id)) throw noUser(id)
  const entry: LogEntry = { call, action: 'deleted', status: 204, entity: { type: 'User', id } }
  const gone = await untilLanded(() => removeUser(call, id, acceptedVersions(call.ifMatch), entry))
  if (gone) return { status: 204 }
  const [still] = await query(
    sql`select 1 from users where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid`,
  )
  throw still ? changedMeanwhile() : noUser(id)
}

/**
 * Removes a user who is at one of these versions (undefined: any), with its stub, the versions of its groups and the log
 * row in one statement. Groups are locked first and in the order of their ids, as everywhere.
 * @returns whether somebody was removed
 */
export async function removeUser(
  call: ScimCall,
  id: string,
  versions: number[] | undefined,
  entry: LogEntry,
): Promise<boolean> {
  const rows = await query(sql`with target as (
    select id from users where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid
      and (${versions ?? null}::int[] is null or version = any(${versions ?? null}::int[]))
  ), locked as materialized (
    select groups.id from groups where groups.id in (
      select member.group_id from memberships as member join target on member.user_id = target.id
    ) order by groups.id for no key update
  ), bumped as (
    update groups set version = version + 1, updated_at = greatest(updated_at, ${call.at}::timestamptz),
      updated_request = ${call.requestId}::uuid
    where id in (select id from locked) returning id
  ), written as (
    delete from users where id in (select id from target) and (select count(*) from bumped) >= 0
      and (${versions ?? null}::int[] is null or version = any(${versions ?? null}::int[]))
    returning id, provider_id, user_name, user_name_key, last_real_name, external_id, created_at
  ), stub as (
    insert into deleted_resources (id, provider_id, resource_type, name, external_id, created_at, deleted_at, request_id)
    select id, provider_id, 'User', coalesce(last_real_name, user_name), external_id, created_at,
      ${call.at}::timestamptz, ${call.requestId}::uuid from written
  ), ${logStatement(entry, sql`written`, {
    entityName: sql`written.user_name`,
    entityNameKey: sql`coalesce(written.user_name_key, ${entry.entity?.name ?? null}::text)`,
    entityExternalId: sql`written.external_id`,
    mentions: [sql`select bumped.id::text as entity_id, 'removed' as role from bumped`],
  })}
  select id from written`)
  return rows.length > 0
}
