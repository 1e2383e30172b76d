import { noTarget } from '../error'
import type { Filter } from '../filter/ast'
import { checkElementFilter } from '../filter/check'
import { evaluateElement } from '../filter/evaluate'
import { printFilter } from '../filter/print'
import { isObject, type Json, type JsonObject } from '../json'
import type { ResolvedAttr } from '../path/resolve'
import { readSingle, readValue } from '../resource/read-value'
import { changeSub } from './change-sub'
import { elementsOf, removePart, setElements, settlePrimary } from './elements'
import { keepImmutableParts } from './immutable-parts'
import { mergeComplex } from './merge-complex'
import { createFilteredElement, describedBy } from './quirks/create-filtered-element'
import { allows } from './quirks/leniency'
import { mergeFilteredValue } from './quirks/merge-filtered-value'
import type { PatchState, Step, Target } from './state'

/** Changes the values of a multi-valued attribute that a filter in brackets chooses: all that match (RFC 7644 §3.5.2.3). */
export function changeSelected(state: PatchState, holder: JsonObject, step: Step, filter: Filter): void {
  const { attribute } = step.target
  const { reading } = state
  const parent = parentOf(state, step.target)
  checkElementFilter(parent, filter, reading)
  const elements = elementsOf(holder, attribute)
  const matches = new Set(elements.filter((element) => evaluateElement(parent, filter, element, reading)))
  const value = unwrap(step)
  const touched = new Set<Json>()
  let kept: Json[]
  if (step.op === 'remove' || value === null) {
    kept = removeSelected(elements, matches, step.target)
  } else if (matches.size === 0) {
    const created = create(state, parent, step, filter, value)
    if (isObject(created) && created.primary === true) touched.add(created)
    kept = created === undefined ? elements : [...elements, created]
  } else {
    kept = elements.flatMap((element) => {
      if (!matches.has(element)) return [element]
      const next = changeOne(state, parent, step, filter, element, value)
      if (isObject(next) && next.primary === true && setsPrimary(step, value)) touched.add(next)
      return next === undefined ? [] : [next]
    })
  }
  settlePrimary(kept, touched, attribute.name, reading)
  setElements(holder, attribute, kept)
}

/** A list of one is read as its value: the brackets have chosen already. */
function unwrap({ target, value }: Step): Json {
  return Array.isArray(value) && value.length === 1 && !target.sub?.multiValued ? value[0]! : value
}

function removeSelected(elements: Json[], matches: ReadonlySet<Json>, { sub }: Target): Json[] {
  return elements.filter((element) => {
    if (!matches.has(element)) return true
    return sub !== undefined && isObject(element) && !removePart(element, sub)
  })
}

function changeOne(
  state: PatchState,
  parent: ResolvedAttr,
  { op, target }: Step,
  filter: Filter,
  element: Json,
  value: Json,
): Json | undefined {
  const { attribute, sub } = target
  const { reading } = state
  if (!isObject(element)) return readSingle(attribute, value, attribute.name, reading)
  const before = { ...element }
  if (sub) {
    changeSub(reading, element, { op, target, value }, sub)
    keepImmutableParts(target, before, element)
    return element[sub.name] === undefined && removePart(element, sub) ? undefined : element
  }
  const merges =
    op === 'add' || allows(reading, mergeFilteredValue, 'The parts named were changed, the others kept.', target.label)
  // What the filter says of the value stays, whatever the object says.
  const said = merges ? keptParts(parent, filter, element, state) : describedBy(parent, filter, reading)
  const next = mergeComplex(attribute, merges ? element : {}, value, attribute.name, reading)
  if (!next) return undefined
  keepImmutableParts(target, before, Object.assign(next, said))
  return next
}

function keptParts(parent: ResolvedAttr, filter: Filter, element: JsonObject, state: PatchState): JsonObject {
  const kept: JsonObject = {}
  for (const name of Object.keys(describedBy(parent, filter, state.reading) ?? {})) {
    if (element[name] !== undefined) kept[name] = element[name]
  }
  return kept
}

function create(state: PatchState, parent: ResolvedAttr, step: Step, filter: Filter, value: Json): Json | undefined {
  const { attribute, sub, label } = step.target
  const { reading } = state
  const described = attribute.type === 'complex' ? describedBy(parent, filter, reading) : undefined
  if (!described || !allows(reading, createFilteredElement, 'No value matched, so one was created.', label)) {
    throw noTarget(`No value of ${attribute.name} matches [${printFilter(filter)}], so there is nothing to ${step.op}.`)
  }
  // A value of which nothing is said is no value (RFC 7643 §2.5).
  if (!sub) {
    const read = readSingle(attribute, value, attribute.name, reading)
    return isObject(read) ? { ...read, ...described } : undefined
  }
  const read = readValue(sub, value, `${attribute.name}.${sub.name}`, reading)
  // An empty text is how some clients say that they have none; it is no reason to make a value.
  return read === undefined || read === '' ? undefined : { ...described, [sub.name]: read }
}

/** Whether the step says anything about `primary`: a mark that was there before is not fresh. */
function setsPrimary({ target }: Step, value: Json): boolean {
  return target.sub
    ? target.sub.name === 'primary'
    : isObject(value) && Object.keys(value).some((key) => key.toLowerCase() === 'primary')
}

/** The attribute of a target as what the filter in its brackets is about. */
export function parentOf(state: PatchState, { attribute, extension }: Target): ResolvedAttr {
  const pointer = extension === undefined ? [attribute.name] : [extension, attribute.name]
  const schema = extension ?? state.registry[state.type].schema.id
  const name = extension === undefined ? attribute.name : `${extension}:${attribute.name}`
  return { type: state.type, schema, extension: extension !== undefined, attribute, leaf: attribute, pointer, name }
}
