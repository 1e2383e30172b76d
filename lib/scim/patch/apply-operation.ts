import { invalidPath, invalidValue, mutability, noTarget, type ScimError, unlessRefused } from '../error'
import { describeJson, isObject, type Json } from '../json'
import { parsePatchPath, type PatchPath } from '../path/patch-path'
import { type NamedAttr, nameAttr } from '../path/resolve'
import { isWritable } from '../resource/read-value'
import { subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition } from '../schema/types'
import { ENTERPRISE_URN } from '../schema/urns'
import { changeAttribute } from './change-attribute'
import { allows } from './quirks/leniency'
import { qualifiedKeys } from './quirks/qualified-keys'
import type { PatchOperation } from './read-patch'
import { addUnknown, type PatchState, type Target } from './state'

/** Applies one operation to the working copy. Throws what RFC 7644 §3.5.2 says. */
export function applyOperation(state: PatchState, operation: PatchOperation): void {
  const { op, path, value } = operation
  if (path) {
    applyPath(state, operation, path)
  } else if (op === 'remove') {
    throw noTarget('A remove needs a "path" that says what goes.')
  } else if (isObject(value)) {
    applyKeys(state, op, value, '')
  } else {
    throw invalidValue(
      `Without a "path" the value must be an object of attributes, but ${describeJson(value)} was sent.`,
    )
  }
}

function applyPath(state: PatchState, { op, value }: PatchOperation, path: PatchPath): void {
  const named = nameAttr(state.registry, state.type, path.attr.text, state.reading.notes)
  if (!named || (path.filter && !named.attribute)) {
    addUnknown(state, path.text, true)
    return
  }
  if (!named.attribute) {
    applyWholeSchema(state, op, named, value)
    return
  }
  const target = targetOf(named, named.attribute, path)
  if (!target) addUnknown(state, path.text, true)
  else if (!isOurs(target)) run(state, op, target, value)
  else if (target.attribute.mutability === 'readOnly' || target.sub?.mutability === 'readOnly') throw readOnly(target)
  else ignore(state, target)
}

/** The value of a path-less operation: its keys are names, or paths (Interop). `prefix` is an extension's URN with a colon. */
function applyKeys(state: PatchState, op: 'add' | 'replace', object: { [key: string]: Json }, prefix: string): void {
  const core = state.registry[state.type].attributes
  for (const key of Object.keys(object)) {
    const value = object[key]!
    const plain = prefix === '' ? core.get(key.toLowerCase()) : undefined
    const path = plain ? undefined : readKey(prefix + key)
    const named = plain
      ? { schema: state.registry[state.type].schema, extension: false, attribute: plain }
      : path && nameAttr(state.registry, state.type, path.attr.text, state.reading.notes)
    if (!named) addUnknown(state, prefix + key, false)
    else if (!named.attribute) applyWholeSchema(state, op, named, value)
    else if (isPath(key) && !allows(state.reading, qualifiedKeys, 'The name was read as a path.', key))
      addUnknown(state, key, false)
    else {
      const target = targetOf(named, named.attribute, path)
      if (!target) addUnknown(state, prefix + key, false)
      // Interop: Okta sends the id along with a rename; what is ours is no error in a value (RFC 7644 §3.5.2 knows only paths here).
      else if (isOurs(target)) ignore(state, target)
      else run(state, op, target, value)
    }
  }
}

/** An extension addressed by its URN: add and replace merge, remove takes it all. */
function applyWholeSchema(
  state: PatchState,
  op: PatchOperation['op'],
  named: NamedAttr,
  value: Json | undefined,
): void {
  const { schema, extension } = named
  if (op === 'remove' || value === null || value === undefined) {
    if (!extension) throw mutability(`The schema ${schema.id} is what makes this a ${state.type}; it can't be removed.`)
    delete state.document[schema.id]
    state.understood += 1
  } else if (isObject(value)) {
    applyKeys(state, op, value, `${schema.id}:`)
  } else {
    throw invalidValue(
      `${schema.id} must be an object with the attributes of that schema, but ${describeJson(value)} was sent.`,
    )
  }
}

function run(state: PatchState, op: PatchOperation['op'], target: Target, value: Json | undefined): void {
  // null is no value (RFC 7643 §2.5), so that a remove without one is a remove with null.
  changeAttribute(state, { op, target, value: value ?? null })
  state.understood += 1
}

function isPath(key: string): boolean {
  return /[.:[]/.test(key)
}

function readKey(key: string): PatchPath | undefined {
  // What can't be read as a path is a name like any other: unknown.
  return unlessRefused<PatchPath | undefined>(
    () => parsePatchPath(key),
    () => undefined,
  )
}

function targetOf(named: NamedAttr, attribute: AttributeDefinition, path: PatchPath | undefined): Target | undefined {
  if (path?.filter && named.sub) throw invalidPath(`In "${path.text}" the brackets belong after ${attribute.name}.`)
  const sub = path?.sub === undefined ? named.sub : subAttribute(attribute, path.sub)
  if (path?.sub !== undefined && !sub) return undefined
  return {
    ...(named.extension ? { extension: named.schema.id } : {}),
    attribute,
    ...(sub ? { sub } : {}),
    ...(path?.filter ? { filter: path.filter } : {}),
    label: path?.text ?? attribute.name,
  }
}

/** What no client sets: read-only attributes, `schemas` and `$ref`, which follow from the rest; and passwords, which are not kept. */
function isOurs({ extension, attribute, sub }: Target): boolean {
  if (attribute.mutability === 'readOnly' || attribute.returned === 'never') return true
  return (!extension && attribute.name === 'schemas') || (sub !== undefined && !isWritable(sub))
}

function ignore(state: PatchState, { attribute, sub, label }: Target): void {
  state.understood += 1
  // A password is accepted without a word; it comes with every new user of some clients.
  if ((sub ?? attribute).returned !== 'never')
    state.reading.notes.add('read-only', 'Ignored: this follows from the rest.', label)
}

function readOnly({ extension, attribute, label }: Target): ScimError {
  const instead: Record<string, string> = {
    id: 'The id is given by this service and stays.',
    meta: 'This service keeps it.',
    groups: 'Change the members of the groups instead.',
    members: 'The name of a member follows from the member.',
    manager: 'The name of the manager follows from manager.value.',
  }
  const ours = extension === undefined || extension === ENTERPRISE_URN
  return mutability(`${label} can't be changed. ${(ours && instead[attribute.name]) || 'It is read-only.'}`)
}
