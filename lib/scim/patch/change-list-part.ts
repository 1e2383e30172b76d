import { isObject, type Json, type JsonObject } from '../json'
import { readValue } from '../resource/read-value'
import { elementsOf, removePart, setElements, settlePrimary } from './elements'
import type { Reading } from './quirks/leniency'
import type { Step } from './state'

/** Changes a part of every value, such as `emails.value` without brackets; where there is no value yet, one is made. */
export function changeListPart(reading: Reading, holder: JsonObject, { op, target, value }: Step): void {
  const { attribute, sub } = target
  if (!sub) return
  const next =
    op === 'remove' || value === undefined ? undefined : readValue(sub, value, `${attribute.name}.${sub.name}`, reading)
  const elements = elementsOf(holder, attribute).filter((element) => {
    if (!isObject(element) || next === undefined) return !isObject(element) || !removePart(element, sub)
    element[sub.name] = next
    return true
  })
  if (elements.length === 0 && next !== undefined && next !== '') elements.push({ [sub.name]: next })
  settlePrimary(elements, new Set<Json>(), attribute.name, reading)
  setElements(holder, attribute, elements)
}
