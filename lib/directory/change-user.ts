import { query, sql } from '@/lib/db/sql'
import { databaseFailure } from '@/lib/db/errors'
import {
  type Change,
  type Document,
  type Note,
  diffDocuments,
  equalJson,
  patchUser as applyPatch,
  readPatch,
  readProjection,
  readUser,
  replaceUser as applyReplacement,
} from '@/lib/scim'
import type { Action, LogEntry } from '@/lib/sync-log/log-entry'
import { logStatement } from '@/lib/sync-log/log-statement'
import { removeUser } from './delete-user'
import { checkIfMatch } from './if-match'
import { untilLanded } from './landing'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type StoredUser, findUser, showUser } from './stored-user'
import { updateUser } from './update-user'
import { changedNames, nameInUse, userNameOf } from './user-names'

interface Outcome {
  document: Document
  notes: readonly Note[]
}

/**
 * PUT /Users/{id}: clears what is left out; a missing `active` keeps its value.
 * @throws ScimError 400, 404, 409 uniqueness, 412
 */
export async function replaceUser(call: ScimCall, id: string): Promise<ScimAnswer> {
  const incoming = readUser(call.registry, call.body)
  return changeUser(call, id, 'replaced', (current) => ({
    document: applyReplacement(call.registry, current, incoming),
    notes: incoming.notes,
  }))
}

/**
 * PATCH /Users/{id}, RFC 7644 §3.5.2. Answers 200 with the user.
 * @throws ScimError 400, 404, 409 uniqueness, 412
 */
export async function patchUser(call: ScimCall, id: string): Promise<ScimAnswer> {
  const { operations, notes } = readPatch(call.registry, call.body)
  return changeUser(call, id, 'changed', (current) => {
    const patched = applyPatch(call.registry, current, operations)
    return { document: patched.document, notes: [...notes, ...patched.notes] }
  })
}

/** Reads, changes and writes with the version compared in the UPDATE, again until nobody else was quicker. */
function changeUser(received: ScimCall, id: string, action: Action, change: (current: Document) => Outcome) {
  return untilLanded(async () => {
    const current = await findUser(received, id)
    checkIfMatch(received.ifMatch, current.version)
    const { document, notes } = change(current.document)
    const call = { ...received, notes: [...received.notes, ...notes] }
    const changes = diffDocuments(current.document, document)
    const names = changedNames(current, document)
    const claimsName = names.nameKey !== current.nameKey
    if (equalJson(current.document, document) && !claimsName) return leaveUser(call, current)
    const next: StoredUser = {
      ...current,
      document,
      version: current.version + 1,
      lastModified: received.at > current.lastModified ? received.at : current.lastModified,
      ...names,
    }
    const deactivated = current.document.active !== false && document.active === false
    const answer = answerWith(call, next, current.document)
    if (deactivated && call.provider.deleteOnDeactivate) {
      const entry = entryFor(call, next, 'deleted-by-deactivation', answer, changes)
      return (await removeUser(call, id, [current.version], entry)) ? answer : undefined
    }
    const entry = entryFor(call, next, actionOf(action, current, next), answer, changes)
    return writeUser(call, current, next, entry, answer)
  })
}

async function writeUser(
  call: ScimCall,
  current: StoredUser,
  next: StoredUser,
  entry: LogEntry,
  answer: ScimAnswer,
): Promise<ScimAnswer | undefined> {
  try {
    const rows = await query(sql`with written as (${updateUser(call, current, next)} returning users.id
    ), ${logStatement(entry, sql`written`)} select id from written`)
    return rows.length ? answer : undefined
  } catch (error) {
    if (databaseFailure(error) === 'unique') throw await nameInUse(call, userNameOf(next.document))
    throw error
  }
}

/** A change that changes nothing: version and lastModified stay, the call is in the log. */
async function leaveUser(call: ScimCall, current: StoredUser): Promise<ScimAnswer> {
  const answer = answerWith(call, current, current.document)
  const entry = entryFor(call, current, 'unchanged', answer, [])
  await query(sql`with written as (select 1), ${logStatement(entry, sql`written`)} select 1 as done`)
  return answer
}

function answerWith(call: ScimCall, user: StoredUser, before: Document): ScimAnswer {
  // What a PUT says counts as said, whether or not it is new.
  const change = { after: user.document, ...(call.method === 'PATCH' && { before }) }
  return { status: 200, ...showUser(call, user, readProjection(call.registry, 'User', call.query, change)) }
}

function actionOf(action: Action, current: StoredUser, next: StoredUser): Action {
  const [was, is] = [current.document.active !== false, next.document.active !== false]
  if (was !== is) return is ? 'reactivated' : 'deactivated'
  if (userNameOf(current.document) !== userNameOf(next.document)) return 'renamed'
  return action
}

function entryFor(call: ScimCall, user: StoredUser, action: Action, answer: ScimAnswer, changes: Change[]): LogEntry {
  return {
    call,
    action,
    status: answer.status,
    entity: {
      type: 'User',
      id: user.id,
      name: userNameOf(user.document),
      externalId: user.document.externalId as string | undefined,
    },
    changes,
    response: answer.body,
  }
}
