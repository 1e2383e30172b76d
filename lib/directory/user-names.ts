import { query, sql } from '@/lib/db/sql'
import { type Document, foldName, uniqueness } from '@/lib/scim'
import type { ScimCall } from './scim-call'
import type { StoredUser } from './stored-user'

/** The columns that go with a user's name. */
export interface UserNames {
  /** null: the name stays with the person who took it over. */
  nameKey: string | null
  formerName: string | null
  lastRealName: string | null
}

export const userNameOf = (document: Document) => String(document.userName)

/** Names of a new user. */
export const newNames = (document: Document): UserNames => ({
  nameKey: foldName(userNameOf(document)),
  formerName: null,
  lastRealName: null,
})

/** Names after a change. A record whose name was taken over asks for it again when it is enabled or renamed. */
export function changedNames(current: StoredUser, document: Document): UserNames {
  const nameKey = foldName(userNameOf(document))
  const renamed = nameKey !== foldName(userNameOf(current.document))
  const lastRealName = realNameAfter(current, userNameOf(document))
  if (current.nameKey === null && !renamed && document.active === false)
    return { nameKey: null, formerName: current.formerName, lastRealName }
  return { nameKey, formerName: null, lastRealName }
}

/**
 * Interop: before it deletes, Entra renames a user to 32 hex digits and the old name. That is stored, for it frees the
 * old name, which is kept beside it.
 */
function realNameAfter(current: StoredUser, name: string): string | null {
  const before = userNameOf(current.document)
  const rest = /^[0-9a-f]{32}(.+)$/is.exec(name)?.[1]
  if (rest === undefined) return null
  if (foldName(rest) === foldName(before)) return current.lastRealName ?? before
  return foldName(name) === foldName(before) ? current.lastRealName : null
}

/** The refusal of a name that somebody has, saying who. */
export async function nameInUse(call: ScimCall, userName: string) {
  const [holder] = await query<{ id: string; active: boolean }>(sql`select id, active from users
    where provider_id = ${call.provider.id}::uuid and user_name_key = ${foldName(userName)}::text`)
  const who = holder ? `the ${holder.active ? '' : 'inactive '}user ${holder.id}` : 'another user'
  return uniqueness(`The userName "${userName}" is in use by ${who}. User names differ, whatever their case.`)
}
