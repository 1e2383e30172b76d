import { invalidSyntax } from '../error'
import { describeJson, isObject, type Json, type JsonObject } from '../json'
import { allows, type Reading } from '../patch/quirks/leniency'
import { legacyUrns, modernUrn } from '../patch/quirks/legacy-urns'
import { checkSchemas } from '../patch/quirks/missing-schemas'
import { qualifiedKeys } from '../patch/quirks/qualified-keys'
import { type NamedAttr, nameAttr } from '../path/resolve'
import type { AttributeDefinition, Registry, ResourceTypeName } from '../schema/types'
import { readMembers } from './read-members'
import { isWritable, readValue, wrongType } from './read-value'

/** What a POST or PUT body holds. */
export interface ReadBody {
  document: JsonObject
  /** Undefined: not sent. */
  members?: string[]
}

/** Reads a body into a normalised document. Throws invalidSyntax when it is no object, invalidValue for a wrong value. */
export function readBody(registry: Registry, type: ResourceTypeName, body: unknown, reading: Reading): ReadBody {
  if (!isObject(body)) {
    throw invalidSyntax(
      `The body must be a JSON object with the attributes of the ${type}, but ${describeJson(body)} was sent.`,
    )
  }
  const result: ReadBody = { document: {} }
  const key = Object.keys(body).find((each) => each.toLowerCase() === 'schemas')
  checkSchemaList(registry, type, key === undefined ? undefined : body[key], reading)
  readKeys(registry, type, body, result, reading)
  return result
}

function readKeys(
  registry: Registry,
  type: ResourceTypeName,
  object: JsonObject,
  into: ReadBody,
  reading: Reading,
): void {
  const { attributes } = registry[type]
  const seen = new Set<AttributeDefinition>()
  for (const key of Object.keys(object)) {
    const value = object[key]!
    const core = attributes.get(key.toLowerCase())
    const named = core
      ? { schema: registry[type].schema, extension: false, attribute: core }
      : nameAttr(registry, type, key, reading.notes)
    if (!named) {
      reading.notes.add('unknown-attribute', 'Ignored: the schema has no such attribute.', key)
      continue
    }
    if (named.attribute && seen.has(named.attribute) && !named.sub) {
      reading.notes.add('repeated-attribute', 'Sent more than once; the last one counts.', named.attribute.name)
    }
    if (named.attribute) seen.add(named.attribute)
    if (!named.attribute) readWholeSchema(registry, type, named, value, into, reading)
    else if (!isQualified(key) || allows(reading, qualifiedKeys, 'The name was read as a path.', key)) {
      assign(named, named.attribute, value, into, reading)
    } else {
      reading.notes.add('unknown-attribute', 'Ignored: in Strict a name of a body is no path.', key)
    }
  }
}

function isQualified(key: string): boolean {
  return key.includes(':') || key.includes('.')
}

/** An extension's URN as a key, with an object of its attributes (RFC 7643 §3.3). */
function readWholeSchema(
  registry: Registry,
  type: ResourceTypeName,
  named: NamedAttr,
  value: Json,
  into: ReadBody,
  reading: Reading,
): void {
  if (value === null) return
  const { schema } = named
  if (!isObject(value)) throw wrongType(schema.id, value, 'an object with the attributes of that schema')
  if (!named.extension) {
    if (allows(reading, qualifiedKeys, 'The attributes were read as if they stood outside.', schema.id)) {
      readKeys(registry, type, value, into, reading)
    }
    return
  }
  for (const key of Object.keys(value)) {
    const inner = nameAttr(registry, type, `${schema.id}:${key}`, reading.notes)
    if (inner?.attribute) assign(inner, inner.attribute, value[key]!, into, reading)
    else reading.notes.add('unknown-attribute', 'Ignored: the schema has no such attribute.', `${schema.id}:${key}`)
  }
}

function assign(named: NamedAttr, attribute: AttributeDefinition, value: Json, into: ReadBody, reading: Reading): void {
  if (attribute.name === 'members' && !named.extension) {
    if (!named.sub) into.members = readMembers(value, reading)
    return
  }
  if (!isStored(named, attribute)) {
    if (named.extension && attribute.mutability === 'readOnly')
      reading.notes.add('read-only', 'Ignored: this attribute is read-only.', `${named.schema.id}:${attribute.name}`)
    return
  }
  if (attribute.name === 'active' && value === null && !named.extension) {
    reading.notes.add('active-unchanged', 'null is no value for active; it was taken as not sent.', 'active')
    return
  }
  const { sub } = named
  const path = sub ? `${attribute.name}.${sub.name}` : attribute.name
  const holder = named.extension ? extensionOf(into.document, named.schema.id) : into.document
  if (!sub) {
    const read = readValue(attribute, value, path, reading)
    const present = holder[attribute.name]
    if (read !== undefined)
      holder[attribute.name] = isObject(read) && isObject(present) ? { ...present, ...read } : read
  } else if (isWritable(sub)) {
    const read = readValue(sub, value, path, reading)
    if (read !== undefined) setPart(holder, attribute, sub, read)
  }
  if (named.extension && Object.keys(holder).length === 0) delete into.document[named.schema.id]
}

/** A part named by a key such as "emails.value" belongs to the first value. */
function setPart(holder: JsonObject, attribute: AttributeDefinition, sub: AttributeDefinition, value: Json): void {
  const present = holder[attribute.name]
  if (!attribute.multiValued) {
    holder[attribute.name] = { ...(isObject(present) ? present : {}), [sub.name]: value }
    return
  }
  const [first, ...others] = Array.isArray(present) ? present : []
  holder[attribute.name] = [{ ...(isObject(first) ? first : {}), [sub.name]: value }, ...others]
}

/** Whether a client's value for the attribute goes into the document: not what is ours, and never a password. */
function isStored({ extension }: NamedAttr, { mutability, returned, name }: AttributeDefinition): boolean {
  return mutability !== 'readOnly' && returned !== 'never' && (extension || name !== 'schemas')
}

function extensionOf(document: JsonObject, urn: string): JsonObject {
  const present = document[urn]
  if (isObject(present)) return present
  const created: JsonObject = {}
  document[urn] = created
  return created
}

/** Foreign URNs in `schemas` are no mistake of the user's: noted and ignored. */
function checkSchemaList(
  registry: Registry,
  type: ResourceTypeName,
  schemas: Json | undefined,
  reading: Reading,
): void {
  checkSchemas(schemas, registry[type].schema.id, reading)
  if (!Array.isArray(schemas)) return
  const known = registry[type].urns
  for (const each of schemas) {
    if (typeof each !== 'string') continue
    if (known.some(({ urn }) => urn === each.toLowerCase())) continue
    const modern = modernUrn(each)
    if (modern !== undefined) reading.notes.add(legacyUrns.code, `Read as ${modern}.`, each)
    else reading.notes.add('unknown-schema', 'Ignored: no such schema is known here.', each)
  }
}
