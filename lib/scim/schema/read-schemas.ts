import { describeJson, isObject, type Json, type JsonObject, valueOf } from '../json'
import { describeBytes, limits } from '../limits'
import { type FaultSink, takeFaults } from './faults'
import { jsonFault } from './json-fault'
import { readAttributes } from './read-attribute'
import type { AttributeDefinition, ResourceTypeName, SchemaDefinition } from './types'
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from './urns'

/** What a document is read for. */
export interface SchemasWanted {
  /** The resource type that the schemas extend (RFC 7643 §6). */
  extends: ResourceTypeName
  /** The extensions that the provider has beside. */
  others: readonly SchemaDefinition[]
  /** The id of the schema that the document takes the place of. */
  replaces?: string
}

/** Schemas that can be used, or everything that keeps them from it. */
export type ReadSchemas = { schemas: SchemaDefinition[] } | { faults: readonly string[] }

/**
 * Reads extension schemas as RFC 7643 §7 writes them: one, a list of them, or the answer of a `/Schemas` endpoint, whose standard
 * schemas are passed over. What is not said has the defaults of §2.2.
 * @returns the schemas, or all faults, each beginning with its place
 */
export function readSchemas(text: string, wanted: SchemasWanted): ReadSchemas {
  const faults = takeFaults()
  const documents = documentsOf(text, faults)
  const many = documents.length > 1
  const chosen = many ? documents.filter(({ value }) => !isStandard(idOf(value))) : documents
  if (many && chosen.length === 0) faults.add('', 'These are standard schemas only, which are there already.')
  const schemas: SchemaDefinition[] = []
  for (const { value, place } of chosen) {
    const others = [...wanted.others, ...schemas]
    const wrong = faultOfId(idOf(value), others, wanted.replaces)
    if (wrong && isObject(value)) faults.add(`${place}id`, wrong)
    const schema = readSchema(value, place, wanted.extends, faults)
    const clash = wrong ? undefined : clashOf(schema, others)
    if (clash) faults.add(`${place}id`, `${schema.id} can't be told from a path of the schema ${clash.id}.`)
    schemas.push(schema)
  }
  if (wanted.replaces && chosen.length > 1) faults.add('', 'One schema is edited here. Add others by themselves.')
  checkCounts(schemas, wanted.others, faults)
  return faults.list.length ? { faults: faults.list } : { schemas }
}

interface Placed {
  value: Json
  /** What places in it begin with. */
  place: string
}

function documentsOf(text: string, faults: FaultSink): Placed[] {
  const value = parse(text, faults)
  if (value === undefined) return []
  const list = isObject(value) ? valueOf(value, 'Resources') : value
  if (!Array.isArray(list)) return [{ value, place: '' }]
  if (list.length === 0) faults.add('', 'The list is empty.')
  const name = Array.isArray(value) ? '' : 'Resources'
  return list.map((each, index) => ({ value: each, place: `${name}[${index}].` }))
}

function parse(text: string, faults: FaultSink): Json | undefined {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > limits.schemaBytes) {
    faults.add('', `The text has ${describeBytes(bytes)}. At most ${describeBytes(limits.schemaBytes)} are taken.`)
  } else if (text.trim() === '') faults.add('', 'Paste a schema as JSON.')
  else {
    try {
      return JSON.parse(text) as Json
    } catch {
      const place = jsonFault(text)
      faults.add('', place ? `This is not JSON: look at ${place}.` : 'This is not JSON: it ends too early.')
    }
  }
  return undefined
}

const KNOWN = ['schemas', 'id', 'externalid', 'name', 'description', 'attributes', 'meta']

function readSchema(given: Json, place: string, type: ResourceTypeName, faults: FaultSink): SchemaDefinition {
  const object: JsonObject = isObject(given) ? given : {}
  if (!isObject(given))
    faults.add(place.replace(/\.$/, ''), `A schema is an object, but this is ${describeJson(given)}.`)
  for (const key of Object.keys(object))
    if (!KNOWN.includes(key.toLowerCase()))
      faults.add(
        `${place}${key.slice(0, 100)}`,
        'A schema has no such part. It has id, name, description and attributes.',
      )
  const text = (name: string, needed: boolean) => {
    const value = valueOf(object, name) ?? ''
    if (typeof value !== 'string') faults.add(place + name, `Use text, not ${describeJson(value)}.`)
    else if (needed && value.trim() === '' && isObject(given)) faults.add(place + name, `A schema needs a ${name}.`)
    return typeof value === 'string' ? value : ''
  }
  const attributes = valueOf(object, 'attributes')
  if (isObject(given) && !(Array.isArray(attributes) && attributes.length))
    faults.add(`${place}attributes`, 'A schema needs a list of attributes.')
  return {
    id: idOf(given),
    name: text('name', true),
    description: text('description', false),
    attributes: Array.isArray(attributes) ? readAttributes(attributes, `${place}attributes`, false, faults) : [],
    extends: type,
  }
}

function idOf(value: Json): string {
  const id = isObject(value) ? valueOf(value, 'id') : undefined
  return typeof id === 'string' ? id.trim() : ''
}

/** RFC 8141, without what paths, filters and lists of attributes take for their own: / , ( ) [ ] " and blanks. */
const URN = /^urn:[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9._~!$'*@:-]+$/i
const RESERVED = /^urn:(ietf:params:scim:(schemas:core|api)|scim:schemas):/i

const isStandard = (id: string) =>
  RESERVED.test(id) || [USER_URN, GROUP_URN, ENTERPRISE_URN].some((urn) => urn.toLowerCase() === id.toLowerCase())

/** What keeps a text from being a schema's id, in words. */
function faultOfId(id: string, others: readonly SchemaDefinition[], replaces: string | undefined): string | undefined {
  const folded = id.toLowerCase()
  if (id === '') return 'A schema needs an id: a URN such as urn:example:hr:2.0:User.'
  if (!URN.test(id) || id.length > limits.urnCharacters || /[:.]$/.test(id))
    return `"${id.slice(0, 100)}" is not a URN that can be used. Write for example urn:example:hr:2.0:User.`
  if (isStandard(id)) return `${id} belongs to the standard. Choose a URN of your own.`
  if (replaces !== undefined && folded !== replaces.toLowerCase())
    return `The id of a schema stays: ${replaces}. Add a schema of another id by itself.`
  if (others.some((other) => other.id.toLowerCase() === folded))
    return `The provider has a schema ${id} already. Edit that one.`
  return undefined
}

/** A schema whose attributes have the name of this one, or the other way about. */
const clashOf = (schema: SchemaDefinition, others: readonly SchemaDefinition[]) =>
  others.find((other) => isPathOf(schema.id.toLowerCase(), other) || isPathOf(other.id.toLowerCase(), schema))

/** Whether a URN reads like an attribute of a schema: `urn:x:hr:level` beside `urn:x:hr` with its level. */
const isPathOf = (urn: string, { id, attributes }: Pick<SchemaDefinition, 'id' | 'attributes'>) =>
  attributes.some(({ name }) => [':', '.'].some((sign) => `${id}${sign}${name}`.toLowerCase() === urn))

const countOf = (attributes: readonly AttributeDefinition[]): number =>
  attributes.reduce((count, { subAttributes }) => count + 1 + countOf(subAttributes ?? []), 0)

function checkCounts(schemas: SchemaDefinition[], others: readonly SchemaDefinition[], faults: FaultSink): void {
  const { schemasPerProvider, attributesPerSchema } = limits
  if (schemas.length + others.length > schemasPerProvider)
    faults.add('', `A provider has at most ${schemasPerProvider} extension schemas.`)
  for (const { id, attributes } of schemas) {
    const count = countOf(attributes)
    if (count > attributesPerSchema)
      faults.add('', `${id} has ${count} attributes and parts. At most ${attributesPerSchema} are taken.`)
  }
}
