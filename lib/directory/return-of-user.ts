import type { Document } from '@/lib/scim'
import { userNameOf } from './user-names'
import type { TakeOver } from './take-over'

/** A record that a POST may mean: it has the name, or it is inactive and has the externalId. */
export interface Rival {
  id: string
  active: boolean
  externalId: string | null
  sameName: boolean
  /** Whether an active user has the externalId too. */
  liveTwin: boolean
}

export type Decision =
  | { kind: 'again' }
  | { kind: 'taken' }
  | { kind: 'several' }
  | { kind: 'restore'; id: string; takeOver?: TakeOver }
  | { kind: 'create'; takeOver: TakeOver }

/**
 * Who returns. An inactive user is meant when externalId is equal, or when userName is equal and one side has no
 * externalId. Equal userName with different externalIds is another person: the inactive record gives its name up.
 */
export function decideReturn(document: Document, rivals: readonly Rival[]): Decision {
  // Whoever stood in the way has not been committed yet, or is gone.
  if (rivals.length === 0) return { kind: 'again' }
  const holder = rivals.find((rival) => rival.sameName)
  if (holder?.active) return { kind: 'taken' }
  const externalId = typeof document.externalId === 'string' ? document.externalId : null
  const isPerson = (rival: Rival) =>
    rival.externalId === externalId || (rival.sameName && (rival.externalId === null || externalId === null))
  const persons = rivals.filter(isPerson)
  const [person] = persons
  if (persons.length > 1) return { kind: 'several' }
  const takeOver = holder && holder !== person ? { id: holder.id, userName: userNameOf(document) } : undefined
  if (person) {
    if (person.liveTwin && !person.sameName) return { kind: 'several' }
    return { kind: 'restore', id: person.id, takeOver }
  }
  return takeOver ? { kind: 'create', takeOver } : { kind: 'again' }
}
