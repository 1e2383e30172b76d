import { type Sql, join, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { type MemberPlan, unresolvedMembers } from '@/lib/scim'
import type { Computed } from '@/lib/sync-log/log-statement'
import type { ScimCall } from './scim-call'

/**
 * CTEs that carry out a plan on the group of `target(id)`, by sets and without reading who is a member: `tally` counts
 * what really changed. What an id stands for is found in the same statement; one that nobody has becomes unresolved.
 * A part that the plan has nothing for is left out, so that few texts of SQL come of it.
 */
export function memberStatements(call: ScimCall, plan: MemberPlan): Sql {
  const parts: Sql[] = []
  if (plan.add.length) parts.push(additions(call, plan.add))
  if (plan.clear) parts.push(clearing(plan.add.length > 0))
  else if (plan.remove.length) parts.push(removals(plan.remove))
  const count = (names: string[], present: boolean) =>
    present
      ? join(
          names.map((name) => sql`(select count(*)::int from ${CTES[name]!})`),
          ' + ',
        )
      : sql`0`
  parts.push(sql`tally as (
    select ${count(ADDED, plan.add.length > 0)} as added,
      ${count(REMOVED, plan.clear || plan.remove.length > 0)} as removed
  )`)
  return join(parts, ', ')
}

/** What the log row takes from those CTEs. */
export function memberLog(plan: MemberPlan): Computed {
  const mentions = (names: string[], role: Sql) =>
    names.map((name) => sql`select id::text as entity_id, ${role} as role from ${CTES[name]!}`)
  return {
    membersAdded: sql`(select added from tally)`,
    membersRemoved: sql`(select removed from tally)`,
    mentions: [
      ...(plan.add.length ? mentions(ADDED, sql`'added'`) : []),
      ...(plan.clear || plan.remove.length ? mentions(REMOVED, sql`'removed'`) : []),
    ],
    ...(plan.add.length && {
      moreNotes: sql`(select case when count(*) = 0 then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
        'code', ${unresolvedMembers.code}::text, 'path', 'members',
        'detail', 'Nobody has the id ' || min(id)
          || case when count(*) = 1 then '' else ' and ' || count(*) - 1 || ' others' end
          || '; kept as unresolved.')) end from added_unknown)`,
    }),
  }
}

const ADDED = ['added_users', 'added_groups', 'added_unknown']
const REMOVED = ['removed_users', 'removed_groups', 'removed_unknown']
const CTES: Record<string, Sql> = {
  added_users: sql`added_users`,
  added_groups: sql`added_groups`,
  added_unknown: sql`added_unknown`,
  removed_users: sql`removed_users`,
  removed_groups: sql`removed_groups`,
  removed_unknown: sql`removed_unknown`,
}

function additions(call: ScimCall, ids: readonly string[]): Sql {
  const stamp = sql`${call.at}::timestamptz, ${call.requestId}::uuid`
  // In the order of their ids, so that two calls that add the same members wait for each other and don't deadlock.
  return sql`named as materialized (
    select named.id, users.id as user_id, groups.id as child_id
    from unnest(${ids.filter(isOwnId)}::uuid[]) as named(id)
    left join users on users.id = named.id and users.provider_id = ${call.provider.id}::uuid
    left join groups on groups.id = named.id and groups.provider_id = ${call.provider.id}::uuid
    order by named.id
  ), added_users as (
    insert into memberships (group_id, user_id, added_at, request_id)
    select target.id, named.user_id, ${stamp} from target, named where named.user_id is not null
    on conflict do nothing returning user_id as id
  ), added_groups as (
    insert into subgroups (group_id, child_id, added_at, request_id)
    select target.id, named.child_id, ${stamp} from target, named where named.child_id is not null
    on conflict do nothing returning child_id as id
  ), unknown as (
    select id::text as value from named where user_id is null and child_id is null
    union all select unnest(${ids.filter((id) => !isOwnId(id))}::text[])
  ), added_unknown as (
    insert into unresolved_members (group_id, value, since, request_id)
    select target.id, unknown.value, ${stamp} from target, unknown
    on conflict do nothing returning value as id
  )`
}

const removals = (ids: readonly string[]): Sql => sql`removed_users as (
    delete from memberships using target
    where group_id = target.id and user_id = any(${ids.filter(isOwnId)}::uuid[]) returning user_id as id
  ), removed_groups as (
    delete from subgroups using target
    where group_id = target.id and child_id = any(${ids.filter(isOwnId)}::uuid[]) returning child_id as id
  ), removed_unknown as (
    delete from unresolved_members using target
    where group_id = target.id and value = any(${ids}::text[]) returning value as id
  )`

/** Everybody goes who is not added by the same plan. */
const clearing = (adding: boolean): Sql => sql`removed_users as (
    delete from memberships using target where group_id = target.id
    ${adding ? sql`and not exists (select 1 from named where named.user_id = memberships.user_id)` : sql``}
    returning user_id as id
  ), removed_groups as (
    delete from subgroups using target where group_id = target.id
    ${adding ? sql`and not exists (select 1 from named where named.child_id = subgroups.child_id)` : sql``}
    returning child_id as id
  ), removed_unknown as (
    delete from unresolved_members using target where group_id = target.id
    ${adding ? sql`and not exists (select 1 from unknown where unknown.value = unresolved_members.value)` : sql``}
    returning value as id
  )`
