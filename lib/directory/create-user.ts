import { type Sql, query, sql } from '@/lib/db/sql'
import { databaseFailure } from '@/lib/db/errors'
import { uuidv7 } from '@/lib/db/uuid'
import { type Document, readUser, uniqueness } from '@/lib/scim'
import { logStatement } from '@/lib/sync-log/log-statement'
import { created } from './created-user'
import { untilLanded } from './landing'
import { restoreUser } from './restore-user'
import { type Rival, decideReturn } from './return-of-user'
import type { ScimAnswer, ScimCall } from './scim-call'
import type { StoredUser } from './stored-user'
import { type TakeOver, takeOverLog, takeOverStatement } from './take-over'
import { userColumnNames, userColumnValues } from './user-columns'
import { nameInUse, newNames, userNameOf } from './user-names'

/**
 * POST /Users: makes a user, or restores an inactive one who returns (return-of-user.ts).
 * @throws ScimError 400 for a body that can't be read, 409 uniqueness
 */
export async function createUser(received: ScimCall): Promise<ScimAnswer> {
  const { document, notes } = readUser(received.registry, received.body)
  const call = { ...received, notes: [...received.notes, ...notes] }
  return untilLanded(async () => {
    const user = newUser(call, document)
    const rivals = await insertUnlessRival(call, user)
    if (!rivals) return created(call, user)
    const decision = decideReturn(document, rivals)
    switch (decision.kind) {
      case 'again':
        return undefined
      case 'taken':
        throw await nameInUse(call, userNameOf(document))
      case 'several':
        throw uniqueness(
          `Several users have the externalId "${String(document.externalId)}" or the userName ` +
            `"${userNameOf(document)}", so it is not clear who returns. Delete those that are not needed.`,
        )
      case 'restore':
        return restoreUser(call, decision.id, document, decision.takeOver)
      case 'create':
        return (await insertTakingOver(call, user, decision.takeOver)) ? created(call, user) : undefined
    }
  })
}

const newUser = (call: ScimCall, document: Document): StoredUser => ({
  id: uuidv7(),
  document,
  version: 1,
  created: call.at,
  lastModified: call.at,
  ...newNames(document),
  groups: [],
})

/**
 * The user, unless somebody has its name or an inactive record has its externalId; with its log row, in one statement.
 * @returns undefined when it was made, else who stands in the way
 */
async function insertUnlessRival(call: ScimCall, user: StoredUser): Promise<Rival[] | undefined> {
  const provider = sql`${call.provider.id}::uuid`
  const externalId = sql`${(user.document.externalId ?? null) as string | null}::text`
  const [row] = await query<{ made: number; rivals: Rival[] }>(sql`with rivals as materialized (
    (select id, active, external_id, true as same_name from users
      where provider_id = ${provider} and user_name_key = ${user.nameKey}::text)
    union all (select id, active, external_id, false from users
      where provider_id = ${provider} and external_id = ${externalId} and not active
        and user_name_key is distinct from ${user.nameKey}::text limit 2)
  ), written as (
    ${insertStatement(call, user)} where not exists (select 1 from rivals)
    on conflict (provider_id, user_name_key) do nothing returning id
  ), ${createdLog(call, user)}
  select (select count(*)::int from written) as made,
    (select coalesce(json_agg(json_build_object('id', id, 'active', active, 'externalId', external_id,
      'sameName', same_name, 'liveTwin', exists (select 1 from users as twin where twin.provider_id = ${provider}
        and twin.external_id = ${externalId} and twin.active))), '[]') from rivals) as rivals`)
  return row!.made ? undefined : row!.rivals
}

/** The user, with the name of an inactive record that is another person's; both rows of the log in the same statement. */
async function insertTakingOver(call: ScimCall, user: StoredUser, takeOver: TakeOver): Promise<boolean> {
  try {
    const rows = await query(sql`with given_up as (${takeOverStatement(call, takeOver)}), written as (
      ${insertStatement(call, user)} from given_up returning id
    ), ${createdLog(call, user, takeOver)}, ${takeOverLog(call, takeOver, user.id)}
    select id from written`)
    return rows.length === 1
  } catch (error) {
    // Somebody else was quicker; the whole statement is undone.
    if (databaseFailure(error) === 'unique') return false
    throw error
  }
}

const insertStatement = (call: ScimCall, user: StoredUser): Sql => {
  const inactive = user.document.active === false
  return sql`insert into users (id, provider_id, version, created_at, created_request, updated_at, updated_request,
      deactivated_at, deactivated_request, user_name_key, former_user_name, last_real_name, ${userColumnNames})
    select ${user.id}::uuid, ${call.provider.id}::uuid, 1, ${call.at}::timestamptz, ${call.requestId}::uuid,
      ${call.at}::timestamptz, ${call.requestId}::uuid, ${inactive ? call.at : null}::timestamptz,
      ${inactive ? call.requestId : null}::uuid, ${user.nameKey}::text, ${user.formerName}::text,
      ${user.lastRealName}::text, ${userColumnValues(call.registry, user.document)}`
}

function createdLog(call: ScimCall, user: StoredUser, takeOver?: TakeOver): Sql {
  return logStatement(
    {
      call,
      action: 'created',
      status: 201,
      entity: {
        type: 'User',
        id: user.id,
        name: userNameOf(user.document),
        externalId: user.document.externalId as string | undefined,
      },
      response: created(call, user).body,
      detail: takeOver && `Took the user name over from the inactive user ${takeOver.id}.`,
    },
    sql`written`,
  )
}
