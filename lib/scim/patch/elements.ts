import { distinct, isObject, type Json, type JsonObject } from '../json'
import { checkValueCount } from '../resource/read-value'
import type { AttributeDefinition } from '../schema/types'
import type { Reading } from './quirks/leniency'
import { keepFirstPrimary } from './quirks/several-primaries'

/** The values of a multi-valued attribute; a new list, whose elements are those of the document. */
export function elementsOf(holder: JsonObject, attribute: AttributeDefinition): Json[] {
  const present = holder[attribute.name]
  return Array.isArray(present) ? [...present] : []
}

/** Puts values back, equal ones once; an empty list is no value. Throws payloadTooLarge when there are too many. */
export function setElements(holder: JsonObject, attribute: AttributeDefinition, elements: Json[]): void {
  checkValueCount(elements, attribute.name)
  if (elements.length) holder[attribute.name] = distinct(elements)
  else delete holder[attribute.name]
}

/** Leaves one value primary: the first of those that the operation made so, for a new primary takes the mark from the old. */
export function settlePrimary(elements: Json[], touched: ReadonlySet<Json>, path: string, reading: Reading): void {
  const primaries = elements.filter((element): element is JsonObject => isObject(element) && element.primary === true)
  if (primaries.length < 2) return
  const fresh = primaries.filter((element) => touched.has(element))
  keepFirstPrimary(fresh, path, reading)
  const [holder] = [...fresh, ...primaries]
  for (const element of primaries) if (element !== holder) element.primary = false
}

/** Takes a part out of a value. True when nothing worth keeping is left: a type or a primary mark without a value. */
export function removePart(element: JsonObject, sub: AttributeDefinition): boolean {
  delete element[sub.name]
  const left = Object.keys(element)
  return left.length === 0 || (sub.name === 'value' && left.every((name) => name === 'type' || name === 'primary'))
}
