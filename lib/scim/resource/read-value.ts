import { invalidValue, payloadTooLarge } from '../error'
import { normaliseInstant } from '../instant'
import { describeJson, distinct, isObject, type Json, type JsonObject } from '../json'
import { limits } from '../limits'
import { bareValues } from '../patch/quirks/bare-values'
import { booleanOf, booleanStrings } from '../patch/quirks/boolean-strings'
import { allows, type Reading } from '../patch/quirks/leniency'
import { looseBase64 } from '../patch/quirks/loose-base64'
import { unwrapReference } from '../patch/quirks/manager-forms'
import { keepFirstPrimary } from '../patch/quirks/several-primaries'
import { singleForList } from '../patch/quirks/single-for-list'
import { subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition } from '../schema/types'

/**
 * Reads a received value as its attribute's definition wants it. Undefined is "no value": null, [] and an object without any part
 * (RFC 7643 §2.5). Throws invalidValue naming path, what came and what is allowed.
 */
export function readValue(
  definition: AttributeDefinition,
  value: Json,
  path: string,
  reading: Reading,
): Json | undefined {
  if (value === null) return undefined
  return definition.multiValued
    ? readList(definition, value, path, reading)
    : readSingle(definition, value, path, reading)
}

/** Reads one value of an attribute, whether it is multi-valued or not. */
export function readSingle(
  definition: AttributeDefinition,
  value: Json,
  path: string,
  reading: Reading,
): Json | undefined {
  if (value === null) return undefined
  switch (definition.type) {
    case 'complex':
      return readComplex(definition, value, path, reading)
    case 'boolean':
      return readBoolean(value, path, reading)
    case 'integer':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value
      throw wrongType(path, value, 'a whole number')
    case 'decimal':
      if (typeof value === 'number' && Number.isFinite(value)) return value
      throw wrongType(path, value, 'a number')
    case 'dateTime': {
      const instant = typeof value === 'string' ? normaliseInstant(value) : undefined
      if (instant !== undefined) return instant
      throw wrongType(path, value, 'a date with time such as "2026-03-01T09:30:00Z"')
    }
    case 'binary':
      if (typeof value === 'string' && isBase64(value, path, reading)) return value
      throw wrongType(path, value, 'base64 text')
    default:
      if (typeof value === 'string') return value
      throw wrongType(path, value, 'text')
  }
}

/** Base64 of RFC 4648 §4 or §5, in lines perhaps; the padding may be missing (RFC 7643 §2.3.6). */
function isBase64(text: string, path: string, reading: Reading): boolean {
  const packed = text.replace(/\s+/g, '')
  const data = packed.replace(/=+$/, '')
  if (!/^[\w+/-]*$/.test(data)) return false
  const isWhole = data.length % 4 !== 1 && (data === packed || packed.length % 4 === 0)
  return isWhole || allows(reading, looseBase64, 'Its length is not that of base64; it was kept as it came.', path)
}

function readList(definition: AttributeDefinition, value: Json, path: string, reading: Reading): Json[] | undefined {
  if (!Array.isArray(value) && !allows(reading, singleForList, 'One value was read as a list of one.', path)) {
    throw wrongType(path, value, 'a list')
  }
  const elements: Json[] = []
  for (const received of Array.isArray(value) ? value : [value]) {
    const element = readSingle(definition, received, path, reading)
    if (element !== undefined) elements.push(element)
  }
  keepFirstPrimary(elements, path, reading)
  checkValueCount(elements, path)
  return elements.length ? distinct(elements) : undefined
}

/** Throws payloadTooLarge when an attribute has more values than are kept. */
export function checkValueCount(values: Json[], path: string): void {
  if (values.length <= limits.valuesPerAttribute) return
  throw payloadTooLarge(
    `${path} has more than ${limits.valuesPerAttribute.toLocaleString('en-US')} values, which is the most that is kept.`,
  )
}

function readComplex(
  definition: AttributeDefinition,
  received: Json,
  path: string,
  reading: Reading,
): JsonObject | undefined {
  const object = toObject(definition, received, path, reading)
  if (!object) return undefined
  const result: JsonObject = {}
  for (const key of Object.keys(object)) {
    const sub = subAttribute(definition, key)
    if (!sub) {
      reading.notes.add('unknown-attribute', 'Ignored: the schema has no such attribute.', `${path}.${key}`)
    } else if (isWritable(sub)) {
      const value = readValue(sub, object[key]!, `${path}.${sub.name}`, reading)
      if (value !== undefined) result[sub.name] = value
    }
  }
  if (isReference(definition) && !isUsableReference(result, path)) return undefined
  return Object.keys(result).length ? result : undefined
}

/** Whether a client's value for the sub-attribute is kept. */
export function isWritable(sub: AttributeDefinition): boolean {
  return sub.mutability !== 'readOnly' && sub.returned !== 'never' && !isOwnReference(sub)
}

/** A `$ref` to a user or group follows from `value` and our own address, whatever is sent. */
export function isOwnReference({ name, referenceTypes }: AttributeDefinition): boolean {
  return name === '$ref' && !!referenceTypes?.some((type) => type === 'User' || type === 'Group')
}

/** A single complex attribute that points to another resource, such as the manager. */
export function isReference(definition: AttributeDefinition): boolean {
  if (definition.multiValued || definition.type !== 'complex' || !subAttribute(definition, 'value')) return false
  const address = subAttribute(definition, '$ref')
  return address !== undefined && isOwnReference(address)
}

/** Brings a received complex value into the form of an object; undefined when an empty text stands for no value. */
export function toObject(
  definition: AttributeDefinition,
  received: Json,
  path: string,
  reading: Reading,
): JsonObject | undefined {
  const reference = isReference(definition)
  if (reference && received === '') return undefined
  const value = reference ? unwrapReference(received, path, reading) : received
  if (isObject(value)) return value
  const parts = definition.subAttributes!.filter(isWritable).map((sub) => sub.name)
  const bare = typeof value === 'string' && definition.multiValued && subAttribute(definition, 'value')
  if (bare && allows(reading, bareValues, 'A bare value was read as an object.', path)) return { value }
  const each = definition.multiValued ? `Each value of ${path}` : path
  throw wrongType(each, value, `an object with ${parts.join(', ')}`)
}

function isUsableReference(value: JsonObject, path: string): boolean {
  if (typeof value.value !== 'string' || value.value === '') return false
  if (value.value.startsWith('bulkId:')) throw unresolvedBulkId(value.value, path)
  return true
}

/** The refusal of a reference to another operation of a bulk request that has not become an id (RFC 7644 §3.7.2). */
export function unresolvedBulkId(value: string, path: string) {
  return invalidValue(`${path} refers to "${value}", and no operation of this request has that bulkId.`)
}

function readBoolean(value: Json, path: string, reading: Reading): boolean {
  if (typeof value === 'boolean') return value
  const meant = typeof value === 'string' ? booleanOf(value) : undefined
  if (meant !== undefined && allows(reading, booleanStrings, `"${String(value)}" was read as ${meant}.`, path))
    return meant
  throw wrongType(path, value, 'true or false')
}

/** The refusal of a value of the wrong type. */
export function wrongType(path: string, value: Json, allowed: string) {
  return invalidValue(`${path} must be ${allowed}, but ${describeJson(value)} was sent.`)
}
