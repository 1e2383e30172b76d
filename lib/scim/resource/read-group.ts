import { type Note, takeNotes } from '../notes'
import type { Registry } from '../schema/types'
import { checkKeyLengths } from './key-length'
import { readBody } from './read-body'
import { type Document, requireName } from './read-user'
import { checkRequired } from './required'

export interface ReadGroup {
  document: Document
  /** Ids, each once. Undefined: not sent, which keeps the members; [] and null empty the group. */
  members?: string[]
  notes: readonly Note[]
}

/** Reads the body of a POST or PUT of a group. Throws invalidSyntax, invalidValue, or payloadTooLarge for too many members. */
export function readGroup(registry: Registry, body: unknown): ReadGroup {
  const notes = takeNotes()
  const { document, members } = readBody(registry, 'Group', body, { strict: registry.rules.strict, notes })
  requireName(document, 'displayName')
  checkKeyLengths(document)
  checkRequired(registry.Group, document)
  return { document, ...(members ? { members } : {}), notes: notes.list }
}
