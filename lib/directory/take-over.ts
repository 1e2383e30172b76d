import { type Sql, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { foldName } from '@/lib/scim'
import { logStatement } from '@/lib/sync-log/log-statement'
import type { ScimCall } from './scim-call'

/** An inactive record whose user name another person takes. */
export interface TakeOver {
  id: string
  userName: string
}

/** The record gives its key up and keeps the name as its former one. What takes the key must read from this. */
export const takeOverStatement = (call: ScimCall, { id, userName }: TakeOver): Sql => sql`update users
  set user_name_key = null, former_user_name = user_name, version = version + 1,
    updated_at = greatest(updated_at, ${call.at}::timestamptz), updated_request = ${call.requestId}::uuid
  where id = ${id}::uuid and not active and user_name_key = ${foldName(userName)}::text
  returning id as given_up_id, external_id as given_up_external_id`

/** The log row of the record that gave its name up; it has an id of its own, and names who has the name now. */
export const takeOverLog = (call: ScimCall, { id, userName }: TakeOver, newHolder: string): Sql =>
  logStatement(
    {
      call: { ...call, requestId: uuidv7(), bodyText: undefined, body: undefined, notes: [] },
      action: 'name-taken-over',
      status: 201,
      entity: { type: 'User', id, name: userName },
      named: [newHolder],
      detail: `The user ${newHolder} has the user name now (request ${call.requestId}). It is kept here as the former one.`,
    },
    sql`given_up`,
    { entityExternalId: sql`given_up_external_id`, prefix: 'taken' },
  )
