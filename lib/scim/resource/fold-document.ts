import { foldKey, foldName } from '../fold'
import { isObject, type Json, type JsonObject } from '../json'
import { schemaAttribute, subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition, Registry, ResourceTypeName, SchemaDefinition } from '../schema/types'
import type { Document } from './read-user'

/** A copy of a document in which every text that is compared without case is its key; what filters look into. */
export function foldDocument(registry: Registry, type: ResourceTypeName, document: Document): Document {
  const resource = registry[type]
  const nameKey = type === 'User' ? 'userName' : 'displayName'
  const folded: Document = {}
  for (const key of Object.keys(document)) {
    const value = document[key]!
    const extension = resource.extensions.find((schema) => schema.id === key)
    if (extension) folded[key] = foldExtension(extension, value as JsonObject)
    else if (key === nameKey) folded[key] = foldName(value as string)
    else folded[key] = foldAttribute(resource.attributes.get(key.toLowerCase()), value)
  }
  return folded
}

function foldExtension(schema: SchemaDefinition, value: JsonObject): Json {
  const folded: Document = {}
  for (const key of Object.keys(value)) folded[key] = foldAttribute(schemaAttribute(schema, key), value[key]!)
  return folded
}

/** One value as its attribute compares it. */
export function foldAttribute(definition: AttributeDefinition | undefined, value: Json): Json {
  if (!definition) return value
  if (Array.isArray(value)) return value.map((element) => foldAttribute(definition, element))
  if (isObject(value)) {
    const folded: Document = {}
    for (const key of Object.keys(value)) folded[key] = foldAttribute(subAttribute(definition, key), value[key]!)
    return folded
  }
  return typeof value === 'string' && definition.type === 'string' && !definition.caseExact ? foldKey(value) : value
}
