import { query, sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'
import { foldKey, foldName } from '@/lib/scim'
import { type CallByName, callsByName } from '@/lib/sync-log/calls-by-name'

/** How a user fits a NameID. All but `name` are near misses. */
export type Fit = 'name' | 'domain' | 'short' | 'email' | 'externalId' | 'formerly' | 'deleted'

export interface FittingUser {
  how: Fit
  id: string
  providerId: string
  userName: string
  /** Where the user name is Entra’s mark for somebody deleted there. */
  lastRealName: string | null
  displayName: string | null
  active: boolean
  /** When access ended: deactivated, or deleted. */
  endedAt: Date | null
  endedRequest: string | null
  /** Of whom it is by name: the first of its direct groups. */
  groups: { id: string; name: string }[]
  groupsInAll: number
}

export interface NameIdCheck {
  /** Those of that very user name; where there are none, whom it may mean. */
  users: FittingUser[]
  /** What the found user's name and the NameID differ in though they count as equal. */
  differs: ('case' | 'blanks')[]
  /** The newest call that asked for such a user and was refused, where nobody has the name. */
  refused?: CallByName
}

const NEAR = 5
const GROUPS = 12

/**
 * Whom a NameID stands for among the users of some providers, or whom it may have been meant to. Two statements, along
 * indexes; nothing is recorded.
 */
export async function checkNameId(providerIds: string[], nameId: string): Promise<NameIdCheck> {
  const key = foldName(nameId)
  const calls = await callsByName(providerIds, key)
  const known = [...new Set(calls.flatMap(({ entityId }) => (entityId && isUuid(entityId) ? [entityId] : [])))]
  const fitting = await fittingUsers(providerIds, key, nameId.trim(), known)
  const named = fitting.filter(({ how }) => how === 'name')
  if (named.length > 0) return { users: named, differs: differences(nameId, named[0]?.userName ?? '') }
  const refused = calls.find(({ action }) => action === 'refused')
  return { users: distinct(fitting), differs: [], ...(refused && { refused }) }
}

function differences(nameId: string, userName: string): NameIdCheck['differs'] {
  if (nameId === userName) return []
  const [left, right] = [nameId.trim(), userName.trim()]
  return [
    ...(left !== right ? (['case'] as const) : []),
    ...(left !== nameId || right !== userName ? (['blanks'] as const) : []),
  ]
}

/** The likeliest reason for each user. */
const distinct = (users: FittingUser[]) =>
  users.filter(({ id }, at) => users.findIndex((each) => each.id === id) === at)

async function fittingUsers(
  providerIds: string[],
  key: string,
  exact: string,
  known: string[],
): Promise<FittingUser[]> {
  const local = key.slice(0, key.includes('@') ? key.indexOf('@') : undefined)
  const own = sql`u.provider_id = any(${providerIds}::uuid[])`
  const columns = sql`u.id, u.provider_id, u.user_name, u.last_real_name, u.display_name, u.active,
    u.deactivated_at as ended_at, u.deactivated_request as ended_request`
  // Names of one local part lie between "local@" and "localA": they are compared by code point.
  return query<FittingUser>(sql`
    with fitting as (
      select 0 as rank, 'name' as how, ${columns} from users u where ${own} and u.user_name_key = ${key}
      union all (select 1, 'formerly', ${columns} from users u where ${own} and u.id = any(${known}::uuid[])
        and u.user_name_key is distinct from ${key} limit ${NEAR}::int)
      union all (select 2, 'email', ${columns} from users u where ${own} and u.email_key = ${foldKey(exact)}
        limit ${NEAR}::int)
      union all (select 3, 'externalId', ${columns} from users u where ${own} and u.external_id = ${exact}
        limit ${NEAR}::int)
      union all (select 4, 'domain', ${columns} from users u where ${own} and u.user_name_key >= ${`${local}@`}
        and u.user_name_key < ${`${local}A`} order by u.user_name_key limit ${NEAR}::int)
      union all (select 5, 'short', ${columns} from users u where ${own} and u.user_name_key = ${local} and ${local} <> ${key})
      union all (select 6, 'deleted', d.id, d.provider_id, d.name, null, null, false, d.deleted_at, d.request_id
        from deleted_resources d where d.id = any(${known}::uuid[]) and d.resource_type = 'User'
        order by d.deleted_at desc limit ${NEAR}::int)
    )
    select f.how, f.id::text as id, f.provider_id::text as "providerId", f.user_name as "userName",
      f.last_real_name as "lastRealName", f.display_name as "displayName", f.active, f.ended_at as "endedAt", f.ended_request::text as "endedRequest",
      case when f.how = 'name' then (select count(*)::int from memberships m where m.user_id = f.id) else 0 end as "groupsInAll",
      case when f.how = 'name' then (select coalesce(json_agg(g), '[]') from (
        select g.id, g.display_name as name from memberships m join groups g on g.id = m.group_id
        where m.user_id = f.id order by g.display_name_key, g.id limit ${GROUPS}::int) g) else '[]' end as groups
    from fitting f order by f.rank, f.user_name, f.id`)
}
