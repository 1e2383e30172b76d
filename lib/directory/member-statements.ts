import { type Sql, empty, join, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { chosenMembers } from '@/lib/filter-sql/group-targets'
import { type Filter, type MemberPlan, unresolvedMembers } from '@/lib/scim'
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
  else if (plan.chosen) parts.push(choosing(call, plan.chosen, plan))
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
      ${count(REMOVED, removes(plan))} as removed
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
      ...(removes(plan) ? mentions(REMOVED, sql`'removed'`) : []),
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

const removes = ({ clear, remove, chosen }: MemberPlan) => clear || remove.length > 0 || chosen !== undefined

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

const removals = (ids: readonly string[]): Sql =>
  removing(
    sql`user_id = any(${ids.filter(isOwnId)}::uuid[])`,
    sql`child_id = any(${ids.filter(isOwnId)}::uuid[])`,
    sql`value = any(${ids}::text[])`,
  )

/** Everybody goes who is not added by the same plan. */
const clearing = (adding: boolean): Sql =>
  adding ? removing(NOT_NAMED.user, NOT_NAMED.child, NOT_NAMED.unknown) : removing()

/** Those go whom a filter chooses, and some by their ids; who is added by the same plan stays. */
function choosing(call: ScimCall, filters: readonly Filter[], { add, remove }: MemberPlan): Sql {
  const ids = remove.filter(isOwnId)
  const stays = (condition: Sql) => (add.length ? sql`and ${condition}` : empty)
  return sql`chosen as materialized (
    select each.value, each.type from target join groups on groups.id = target.id,
      lateral (${chosenMembers(call.registry, filters)}) as each
    union select id::text, 'user' from unnest(${ids}::uuid[]) as id
    union select id::text, 'group' from unnest(${ids}::uuid[]) as id
    union select id, null from unnest(${remove}::text[]) as id
  ), ${removing(
    sql`user_id in (select value::uuid from chosen where type = 'user') ${stays(NOT_NAMED.user)}`,
    sql`child_id in (select value::uuid from chosen where type = 'group') ${stays(NOT_NAMED.child)}`,
    sql`value in (select value from chosen where type is null) ${stays(NOT_NAMED.unknown)}`,
  )}`
}

const NOT_NAMED = {
  user: sql`not exists (select 1 from named where named.user_id = memberships.user_id)`,
  child: sql`not exists (select 1 from named where named.child_id = subgroups.child_id)`,
  unknown: sql`not exists (select 1 from unknown where unknown.value = unresolved_members.value)`,
}

/** Deletes of the three kinds of members, each with its condition; all of them where there is none. */
const removing = (user: Sql = ALL, child: Sql = ALL, unknown: Sql = ALL): Sql => sql`removed_users as (
    delete from memberships using target where group_id = target.id and ${user} returning user_id as id
  ), removed_groups as (
    delete from subgroups using target where group_id = target.id and ${child} returning child_id as id
  ), removed_unknown as (
    delete from unresolved_members using target where group_id = target.id and ${unknown} returning value as id
  )`

const ALL = sql`true`
