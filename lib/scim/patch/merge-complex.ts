import type { Json, JsonObject } from '../json'
import { isReference, isWritable, readValue, toObject, unresolvedBulkId } from '../resource/read-value'
import { subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition } from '../schema/types'
import type { Reading } from './quirks/leniency'

/**
 * A complex value with the parts that a received object names changed; parts that are null go, others stay (RFC 7644 §3.5.2.3).
 * Undefined when nothing is left. Throws invalidValue.
 */
export function mergeComplex(
  definition: AttributeDefinition,
  present: JsonObject,
  received: Json,
  path: string,
  reading: Reading,
): JsonObject | undefined {
  const object = toObject(definition, received, path, reading)
  if (!object) return undefined
  const result = { ...present }
  for (const key of Object.keys(object)) {
    const sub = subAttribute(definition, key)
    if (!sub) {
      reading.notes.add('unknown-attribute', 'Ignored: the schema has no such attribute.', `${path}.${key}`)
    } else if (isWritable(sub)) {
      const value = readValue(sub, object[key]!, `${path}.${sub.name}`, reading)
      if (value === undefined) delete result[sub.name]
      else result[sub.name] = value
    }
  }
  if (isReference(definition)) {
    const { value } = result
    if (typeof value !== 'string' || value === '') return undefined
    if (value.startsWith('bulkId:')) throw unresolvedBulkId(value, path)
  }
  return Object.keys(result).length ? result : undefined
}
