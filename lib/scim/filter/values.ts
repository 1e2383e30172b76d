import { isObject, type Json } from '../json'
import type { ResolvedAttr } from '../path/resolve'

/** The values at a pointer, lists flattened. null, an empty list and a missing attribute are no value (RFC 7643 §2.5). */
export function valuesAt(document: Json, target: ResolvedAttr, comparing: boolean): Json[] {
  let values: Json[] = [document]
  for (const name of target.pointer) {
    const next: Json[] = []
    for (const value of values) {
      const child = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
      if (Array.isArray(child)) next.push(...child)
      else if (child !== undefined && child !== null) next.push(child)
      else if (comparing && isPrimary(target) && name === 'primary') next.push(false)
    }
    values = next
  }
  return values.filter((value) => value !== null)
}

/** Whether a value counts for `pr`: an empty text does not, nor does an object or list of nothing but such. */
export function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.some(isPresent)
  return isObject(value) ? Object.values(value).some(isPresent) : true
}

/** A missing `primary` counts as false in comparisons. */
export function isPrimary(target: ResolvedAttr): boolean {
  return target.sub?.name === 'primary' && target.sub.type === 'boolean' && target.attribute.multiValued
}
