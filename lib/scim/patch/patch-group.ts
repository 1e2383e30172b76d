import { copyJson, equalJson } from '../json'
import { type Note, takeNotes } from '../notes'
import { checkImmutable } from '../resource/immutable'
import { checkKeyLengths } from '../resource/key-length'
import { type Document, requireName } from '../resource/read-user'
import { checkRequired } from '../resource/required'
import type { Registry } from '../schema/types'
import { applyOperation } from './apply-operation'
import { MemberChanges, type MemberPlan } from './member-plan'
import { atOperation, type PatchOperation } from './read-patch'
import { finishPatch, startPatch } from './state'

export interface PatchedGroup {
  document: Document
  /** Whether the document is different; who is a member shows only when the plan is carried out. */
  changed: boolean
  /** Undefined: no operation was about members. */
  members?: MemberPlan
  notes: readonly Note[]
}

/** Applies operations in their order, all or none; those on members become a plan for set-based statements. Throws ScimError. */
export function patchGroup(registry: Registry, current: Document, operations: readonly PatchOperation[]): PatchedGroup {
  const notes = takeNotes()
  const changes = new MemberChanges()
  const state = { ...startPatch(registry, 'Group', copyJson(current), notes), members: changes }
  operations.forEach((operation, index) =>
    atOperation(index, operations.length, () => applyOperation(state, operation)),
  )
  finishPatch(state)
  requireName(state.document, 'displayName')
  checkKeyLengths(state.document)
  checkRequired(registry.Group, state.document, current)
  checkImmutable(registry.Group, current, state.document)
  const members = changes.plan()
  return {
    document: state.document,
    changed: !equalJson(current, state.document),
    ...(members ? { members } : {}),
    notes: notes.list,
  }
}
