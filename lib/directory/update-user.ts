import { type Sql, empty, sql } from '@/lib/db/sql'
import type { ScimCall } from './scim-call'
import type { StoredUser } from './stored-user'
import { userColumnNames, userColumnValues } from './user-columns'

/** The UPDATE that takes a user from one version to the next: it finds no row when somebody else was quicker. */
export const updateUser = (
  call: ScimCall,
  current: StoredUser,
  next: StoredUser,
  from: Sql = empty,
): Sql => sql`update users
  set (${userColumnNames}) = row (${userColumnValues(call.registry, next.document)}),
    user_name_key = ${next.nameKey}::text, former_user_name = ${next.formerName}::text,
    last_real_name = ${next.lastRealName}::text, version = ${next.version}::int,
    updated_at = ${next.lastModified}::timestamptz, updated_request = ${call.requestId}::uuid,
    ${deactivation(call, next)}
  ${from} where users.id = ${current.id}::uuid and users.provider_id = ${call.provider.id}::uuid
    and users.version = ${current.version}::int`

/** When and by which request access ended: kept while the user stays inactive. */
function deactivation(call: ScimCall, next: StoredUser): Sql {
  if (next.document.active !== false) return sql`deactivated_at = null, deactivated_request = null`
  return sql`deactivated_at = case when users.active then ${call.at}::timestamptz else users.deactivated_at end,
    deactivated_request = case when users.active then ${call.requestId}::uuid else users.deactivated_request end`
}
