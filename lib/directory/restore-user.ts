import { query, sql } from '@/lib/db/sql'
import { databaseFailure } from '@/lib/db/errors'
import { type Document, diffDocuments, keepImmutable } from '@/lib/scim'
import { logStatement } from '@/lib/sync-log/log-statement'
import { created } from './created-user'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type StoredUser, findUser } from './stored-user'
import { type TakeOver, takeOverLog, takeOverStatement } from './take-over'
import { updateUser } from './update-user'
import { newNames, userNameOf } from './user-names'

/**
 * Gives an inactive user back with its id, created and memberships, as a PUT would write it.
 * @returns undefined when it changed meanwhile
 */
export async function restoreUser(
  call: ScimCall,
  id: string,
  received: Document,
  takeOver: TakeOver | undefined,
): Promise<ScimAnswer | undefined> {
  const current = await findUser(call, id)
  if (current.document.active !== false) return undefined
  const document = keepImmutable(call.registry.User, current.document, received)
  const restored: StoredUser = {
    ...current,
    document,
    version: current.version + 1,
    lastModified: call.at > current.lastModified ? call.at : current.lastModified,
    ...newNames(document),
  }
  const answer = created(call, restored)
  const log = logStatement(
    {
      call,
      action: 'restored',
      status: answer.status,
      entity: {
        type: 'User',
        id,
        name: userNameOf(document),
        externalId: document.externalId as string | undefined,
      },
      changes: diffDocuments(current.document, document),
      response: answer.body,
      detail: takeOver && `Took the user name over from the inactive user ${takeOver.id}.`,
    },
    sql`written`,
  )
  try {
    const rows = await query(
      takeOver
        ? sql`with given_up as (${takeOverStatement(call, takeOver)}), written as (
            ${updateUser(call, current, restored, sql`from given_up`)} returning users.id
          ), ${log}, ${takeOverLog(call, takeOver, id)} select id from written`
        : sql`with written as (${updateUser(call, current, restored)} returning users.id), ${log} select id from written`,
    )
    return rows.length ? answer : undefined
  } catch (error) {
    // The name went to somebody else meanwhile: look again who stands in the way.
    if (databaseFailure(error) === 'unique') return undefined
    throw error
  }
}
