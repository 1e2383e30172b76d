import { isObject, type Json, type JsonObject } from '../json'
import type { AttributeDefinition } from '../schema/types'
import { changeSub } from './change-sub'
import { elementsOf, removePart, setElements, settlePrimary } from './elements'
import { keepImmutableParts } from './immutable-parts'
import type { Reading } from './quirks/leniency'
import type { Step } from './state'

/** Changes a part of every value, such as `emails.value` without brackets; where there is no value yet, one is made. */
export function changeListPart(reading: Reading, holder: JsonObject, step: Step, sub: AttributeDefinition): void {
  const { attribute } = step.target
  const changed = (element: JsonObject) => {
    const before = { ...element }
    changeSub(reading, element, step, sub)
    keepImmutableParts(step.target, before, element)
    return element[sub.name]
  }
  const elements = elementsOf(holder, attribute).filter(
    (element) => !isObject(element) || changed(element) !== undefined || !removePart(element, sub),
  )
  const made: JsonObject = {}
  const value = elements.length === 0 ? changed(made) : undefined
  if (value !== undefined && value !== '') elements.push(made)
  settlePrimary(elements, new Set<Json>(), attribute.name, reading)
  setElements(holder, attribute, elements)
}
