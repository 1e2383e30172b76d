import { copyJson, equalJson } from '../json'
import { type Note, takeNotes } from '../notes'
import { checkImmutable } from '../resource/immutable'
import { checkKeyLengths } from '../resource/key-length'
import { type Document, requireName } from '../resource/read-user'
import { checkRequired } from '../resource/required'
import type { Registry } from '../schema/types'
import { applyOperation } from './apply-operation'
import { atOperation, type PatchOperation } from './read-patch'
import { finishPatch, startPatch } from './state'

export interface PatchedUser {
  document: Document
  /** False: nothing is different, so version and lastModified stay. */
  changed: boolean
  notes: readonly Note[]
}

/** Applies operations in their order, all or none (RFC 7644 §3.5.2). `current` is left as it is. Throws ScimError. */
export function patchUser(registry: Registry, current: Document, operations: readonly PatchOperation[]): PatchedUser {
  const notes = takeNotes()
  const state = startPatch(registry, 'User', copyJson(current), notes)
  operations.forEach((operation, index) =>
    atOperation(index, operations.length, () => applyOperation(state, operation)),
  )
  finishPatch(state)
  requireName(state.document, 'userName')
  checkKeyLengths(state.document)
  checkRequired(registry.User, state.document, current)
  checkImmutable(registry.User, current, state.document)
  return { document: state.document, changed: !equalJson(current, state.document), notes: notes.list }
}
