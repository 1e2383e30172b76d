import { invalidPath, invalidValue, mutability } from '../error'
import { isObject, type Json, type JsonObject } from '../json'
import { isReference, readValue } from '../resource/read-value'
import type { AttributeDefinition } from '../schema/types'
import { changeList } from './change-list'
import { changeListPart } from './change-list-part'
import { changeSelected } from './change-selected'
import { mergeComplex } from './merge-complex'
import { changeSub } from './change-sub'
import type { PatchState, Step, Target } from './state'

/** Makes one change to the working copy. Throws invalidValue, invalidPath, noTarget or mutability. */
export function changeAttribute(state: PatchState, step: Step): void {
  const { attribute, extension } = step.target
  if (attribute.name === 'members' && state.members && !extension) {
    state.members.change(state, step)
    return
  }
  // Adding no value adds nothing (RFC 7643 §2.5); only replace and remove take away.
  if (step.op === 'add' && step.value === null && !isActive(step.target)) return
  if (extension === undefined) {
    changeIn(state, state.document, step)
    return
  }
  const present = state.document[extension]
  const holder: JsonObject = isObject(present) ? present : {}
  changeIn(state, holder, step)
  // An extension without attributes is none, and its URN leaves `schemas` with it.
  if (Object.keys(holder).length) state.document[extension] = holder
  else delete state.document[extension]
}

function changeIn(state: PatchState, holder: JsonObject, step: Step): void {
  const { attribute, sub, filter, label } = step.target
  if (filter && !attribute.multiValued) {
    throw invalidPath(`${attribute.name} has one value, so "${label}" can't choose among several.`)
  }
  if (filter) changeSelected(state, holder, step, filter)
  else if (attribute.multiValued && sub) changeListPart(state.reading, holder, step, sub)
  else if (attribute.multiValued) changeList(state.reading, holder, step)
  else if (sub) changePart(state, holder, step, sub)
  else changeSingle(state, holder, step)
}

function changeSingle(state: PatchState, holder: JsonObject, { op, target, value }: Step): void {
  const { attribute } = target
  if (op === 'remove' || value === null) {
    removeSingle(state, holder, { op, target, value })
    return
  }
  const present = holder[attribute.name]
  const next =
    attribute.type === 'complex'
      ? mergeComplex(
          attribute,
          isObject(present) ? present : {},
          op === 'add' ? withoutNulls(value) : value,
          attribute.name,
          state.reading,
        )
      : readValue(attribute, value, attribute.name, state.reading)
  if (next === undefined) delete holder[attribute.name]
  else holder[attribute.name] = next
}

function withoutNulls(value: Json): Json {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null)) : value
}

function removeSingle(state: PatchState, holder: JsonObject, { op, target }: Step): void {
  const { attribute } = target
  if (isActive(target)) {
    // No value must never enable anybody, and disabling is said with false.
    state.reading.notes.add('active-unchanged', 'Nothing was changed: active is set to true or false only.', 'active')
    return
  }
  // What an extension requires is required where the extension is used, which shows at the end (required.ts).
  if (attribute.required && target.extension === undefined) {
    if (op === 'remove') throw mutability(`${attribute.name} is required and can't be removed. Replace it instead.`)
    throw invalidValue(`${attribute.name} is required and can't be null.`)
  }
  delete holder[attribute.name]
}

const isActive = ({ attribute, extension }: Target) => attribute.name === 'active' && extension === undefined

/** One part of an attribute with a single value, such as name.givenName. */
function changePart(
  state: PatchState,
  holder: JsonObject,
  { op, target, value }: Step,
  sub: AttributeDefinition,
): void {
  const { attribute } = target
  const present = holder[attribute.name]
  const parts: JsonObject = isObject(present) ? present : {}
  changeSub(state.reading, parts, { op, target, value }, sub)
  const gone = Object.keys(parts).length === 0 || (isReference(attribute) && !parts.value)
  if (gone) delete holder[attribute.name]
  else holder[attribute.name] = parts
}
