import { invalidValue } from '../error'
import { equalJson, isObject } from '../json'
import { nameOfPlace, valueAtPlace } from '../schema/extension-places'
import type { ResourceType } from '../schema/types'
import type { Document } from './read-user'

/**
 * Throws invalidValue when an extension that is used lacks what it requires. An extension as a whole never is (RFC 7643 §6,
 * `schemaExtensions.required`); one that a PATCH leaves as it was is not looked at: a deactivation must not fail because somebody
 * made an attribute required.
 */
export function checkRequired(type: ResourceType, document: Document, before: Document = {}): void {
  for (const place of type.places.required) {
    const { schema, sub } = place
    const used = document[schema.id]
    if (!isObject(used) || equalJson(used, before[schema.id])) continue
    const value = valueAtPlace(document, place)
    const values = value === undefined ? [] : Array.isArray(value) ? value : [value]
    const missing = sub ? values.some((each) => isObject(each) && each[sub.name] === undefined) : values.length === 0
    if (missing) throw invalidValue(`${nameOfPlace(place)} is required wherever ${schema.id} has values. Send it too.`)
  }
}
