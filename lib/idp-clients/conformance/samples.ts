import type { Json, JsonObject } from '../json'
import { GROUP } from '../urns'
import { type ResourceModel } from './server'
import { findAttribute, type Attribute } from './attribute'

/** A resource that has what the server requires, and no more than it declares. */
export function sample(model: ResourceModel, unique: string, attributes: JsonObject): JsonObject {
  const extensions = model.extensions.filter(({ required }) => required)
  return {
    schemas: [model.schema, ...extensions.map(({ schema }) => schema)],
    ...required(model.attributes, unique),
    ...Object.fromEntries(extensions.map((extension) => [extension.schema, required(extension.attributes, unique)])),
    ...usual(model, unique),
    ...attributes,
  }
}

/** What servers tend to want although they don't say so: a name and an address of mail. */
function usual(model: ResourceModel, unique: string): JsonObject {
  const has = (path: string) => findAttribute(model.attributes, path) !== undefined
  if (model.schema === GROUP) return { displayName: `Conformance ${unique}` }
  const address = `${unique}@conformance.example`
  return {
    userName: address,
    ...(has('name.givenName') && has('name.familyName') && { name: { givenName: 'Conny', familyName: 'Formance' } }),
    ...(has('emails.value') && { emails: [{ value: address, ...(has('emails.type') && { type: 'work' }) }] }),
  }
}

const required = (attributes: Attribute[], unique: string): JsonObject =>
  Object.fromEntries(
    attributes
      .filter((attribute) => attribute.required && attribute.mutability !== 'readOnly')
      .map((attribute) => [attribute.name, attribute.multiValued ? [one(attribute, unique)] : one(attribute, unique)]),
  )

function one(attribute: Attribute, unique: string): Json {
  switch (attribute.type) {
    case 'boolean':
      return true
    case 'integer':
    case 'decimal':
      return 1
    case 'dateTime':
      return '2020-01-01T00:00:00Z'
    case 'reference':
      return `https://conformance.example/${unique}`
    case 'binary':
      return 'AAAA'
    case 'complex': {
      const parts = required(attribute.subAttributes, unique)
      const value = attribute.subAttributes.find(({ name }) => name === 'value')
      return Object.keys(parts).length === 0 && value ? { value: one(value, unique) } : parts
    }
    default:
      return attribute.canonicalValues[0] ?? (attribute.name === 'password' ? `Aa1!${unique}` : unique)
  }
}
