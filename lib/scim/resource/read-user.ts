import { invalidValue } from '../error'
import type { JsonObject } from '../json'
import { type Note, takeNotes } from '../notes'
import type { Registry } from '../schema/types'
import { keepImmutable } from './immutable'
import { checkKeyLengths } from './key-length'
import { readBody } from './read-body'
import { checkRequired } from './required'

/**
 * A normalised resource: canonical spelling, extensions under their URN, without id, meta, schemas, groups, members and password.
 */
export type Document = JsonObject

export interface ReadUser {
  document: Document
  /** False: `active` is true because nothing was said. */
  activeSent: boolean
  notes: readonly Note[]
}

/** Reads the body of a POST or PUT of a user. Throws invalidSyntax or invalidValue. */
export function readUser(registry: Registry, body: unknown): ReadUser {
  const notes = takeNotes()
  const { document } = readBody(registry, 'User', body, { strict: registry.rules.strict, notes })
  requireName(document, 'userName')
  checkKeyLengths(document)
  checkRequired(registry.User, document)
  const activeSent = document.active !== undefined
  if (!activeSent) document.active = true
  return { document, activeSent, notes: notes.list }
}

/**
 * What a PUT makes of a user: the new document, in which a missing `active` keeps its value (it never enables anybody), and so does
 * what is set once. Throws mutability.
 */
export function replaceUser(
  registry: Registry,
  current: Document,
  incoming: Pick<ReadUser, 'document' | 'activeSent'>,
): Document {
  const document = keepImmutable(registry.User, current, incoming.document)
  return incoming.activeSent ? document : { ...document, active: current.active! }
}

/** Throws invalidValue when a required name is missing or blank. */
export function requireName(document: Document, name: 'userName' | 'displayName'): void {
  const value = document[name]
  if (typeof value === 'string' && value.trim() !== '') return
  const what = name === 'userName' ? 'A user needs a userName' : 'A group needs a displayName'
  throw invalidValue(`${what}${value === undefined ? ', and none was sent' : ' that is not blank'}.`)
}
