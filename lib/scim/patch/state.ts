import { invalidPath, invalidValue, type ScimError } from '../error'
import type { Json, JsonObject } from '../json'
import type { NoteSink } from '../notes'
import type { Filter } from '../filter/ast'
import type { AttributeDefinition, Registry, ResourceTypeName } from '../schema/types'
import type { MemberChanges } from './member-plan'
import type { Reading } from './quirks/leniency'
import type { PatchOp } from './quirks/operation-case'
import { skipUnknownPaths } from './quirks/skip-unknown-paths'

/** A PATCH under way: the working copy and what was understood so far. */
export interface PatchState {
  registry: Registry
  type: ResourceTypeName
  document: JsonObject
  /** Of groups. */
  members?: MemberChanges
  reading: Reading
  /** How many operations, or names in path-less values, were understood. */
  understood: number
  /** What named nothing known. */
  unknown: { text: string; isPath: boolean }[]
}

/** What one step of an operation changes. */
export interface Target {
  /** An extension's URN. */
  extension?: string
  attribute: AttributeDefinition
  sub?: AttributeDefinition
  /** Which values of a multi-valued attribute; what stands in brackets. */
  filter?: Filter
  /** As shown in texts. */
  label: string
}

export interface Step {
  op: PatchOp
  target: Target
  /** null: none. */
  value: Json
}

export function startPatch(
  registry: Registry,
  type: ResourceTypeName,
  document: JsonObject,
  notes: NoteSink,
): PatchState {
  return { registry, type, document, reading: { strict: registry.rules.strict, notes }, understood: 0, unknown: [] }
}

/** Remembers a name that means nothing here. Throws invalidPath for a path in Strict. */
export function addUnknown(state: PatchState, text: string, isPath: boolean): void {
  if (isPath && state.reading.strict) throw unknownPath(state, text)
  state.unknown.push({ text, isPath })
}

/** Ends a PATCH: what was unknown is noted when something else was understood, and refuses the request when nothing was. */
export function finishPatch(state: PatchState): void {
  if (state.understood === 0) {
    const path = state.unknown.find((each) => each.isPath)
    if (path) throw unknownPath(state, path.text)
    const names = state.unknown.slice(0, 5).map((each) => `"${each.text}"`)
    throw invalidValue(
      names.length
        ? `Nothing in the request is known here: a ${state.type} has no ${names.join(', ')}.`
        : 'The request changes nothing: its values are empty.',
    )
  }
  for (const { text, isPath } of state.unknown) {
    if (isPath) state.reading.notes.add(skipUnknownPaths.code, 'Skipped: the path names nothing known.', text)
    else state.reading.notes.add('unknown-attribute', 'Ignored: the schema has no such attribute.', text)
  }
}

function unknownPath(state: PatchState, text: string): ScimError {
  return invalidPath(
    `The path "${text}" names nothing that a ${state.type} has. Remove or correct the attribute mapping.`,
  )
}
