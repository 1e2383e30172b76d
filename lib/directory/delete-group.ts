import { type Sql, query, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { logStatement } from '@/lib/sync-log/log-statement'
import { acceptedVersions, changedMeanwhile } from './if-match'
import { untilLanded } from './landing'
import type { ScimAnswer, ScimCall } from './scim-call'
import { noGroup } from './stored-group'

/**
 * DELETE /Groups/{id}: its members stay, groups that it was in lose it; a stub stays for the portal.
 * @throws ScimError 404, 412
 */
export async function deleteGroup(call: ScimCall, id: string): Promise<ScimAnswer> {
  if (!isOwnId(id)) throw noGroup(id)
  const gone = await untilLanded(() => removeGroup(call, id))
  if (gone) return { status: 204 }
  const [still] = await query(
    sql`select 1 from groups where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid`,
  )
  throw still ? changedMeanwhile() : noGroup(id)
}

async function removeGroup(call: ScimCall, id: string): Promise<boolean> {
  const versions = acceptedVersions(call.ifMatch)
  const atVersion: Sql = versions ? sql`and version = any(${versions}::int[])` : sql``
  const rows = await query(sql`with target as (
    select id from groups where id = ${id}::uuid and provider_id = ${call.provider.id}::uuid ${atVersion}
  ), locked as materialized (
    select groups.id from groups where groups.id in (
      select parent.group_id from subgroups as parent join target on parent.child_id = target.id
    ) order by groups.id for no key update
  ), bumped as (
    update groups set version = version + 1, updated_at = greatest(updated_at, ${call.at}::timestamptz),
      updated_request = ${call.requestId}::uuid
    where id in (select id from locked) and id <> ${id}::uuid returning id
  ), people as materialized (
    select member.user_id as id from memberships as member join target on member.group_id = target.id
  ), written as (
    delete from groups where id in (select id from target) and (select count(*) from bumped) >= 0 ${atVersion}
    returning id, provider_id, display_name, display_name_key, external_id, created_at
  ), stub as (
    insert into deleted_resources (id, provider_id, resource_type, name, external_id, created_at, deleted_at, request_id)
    select id, provider_id, 'Group', display_name, external_id, created_at, ${call.at}::timestamptz,
      ${call.requestId}::uuid from written
  ), ${logStatement({ call, action: 'deleted', status: 204, entity: { type: 'Group', id } }, sql`written`, {
    entityName: sql`written.display_name`,
    entityNameKey: sql`written.display_name_key`,
    entityExternalId: sql`written.external_id`,
    membersRemoved: sql`(select count(*)::int from people)`,
    mentions: [
      sql`select people.id::text as entity_id, 'removed' as role from people`,
      sql`select bumped.id::text, 'removed' from bumped`,
    ],
  })}
  select id from written`)
  return rows.length > 0
}
