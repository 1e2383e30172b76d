import { isObject, type Json, type JsonObject } from '../json'
import type { AttributeDefinition, ResourceType, SchemaDefinition } from '../schema/types'
import { type Projection, project } from './projection'
import type { Document } from './read-user'
import { isOwnReference } from './read-value'

/** A resource as the database has it. */
export interface StoredResource {
  id: string
  document: Document
  created: Date
  lastModified: Date
  /** The whole ETag, such as W/"3". */
  version: string
}

/**
 * The document with the attributes that are ours around it, in the order of the schema (the database keeps none).
 * `own` holds groups or members; `baseUrl` has no slash at its end.
 */
export function renderResource(
  type: ResourceType,
  stored: StoredResource,
  own: JsonObject,
  baseUrl: string,
  projection: Projection,
): JsonObject {
  const { document } = stored
  const extensions = type.extensions.flatMap((schema) => {
    const value = renderExtension(schema, document[schema.id], baseUrl)
    return value ? [[schema.id, value] as const] : []
  })
  const resource: JsonObject = { schemas: [type.schema.id, ...extensions.map(([id]) => id)], id: stored.id }
  if (document.externalId !== undefined) resource.externalId = document.externalId
  for (const { name } of type.schema.attributes) {
    const value = own[name] ?? document[name]
    if (value !== undefined) resource[name] = value
  }
  for (const [id, value] of extensions) resource[id] = value
  resource.meta = {
    resourceType: type.name,
    created: stored.created.toISOString(),
    lastModified: stored.lastModified.toISOString(),
    location: locationOf(type, stored.id, baseUrl),
    version: stored.version,
  }
  return project(resource, projection)
}

/** The address of a resource. */
export function locationOf(type: Pick<ResourceType, 'endpoint'>, id: string, baseUrl: string): string {
  return `${baseUrl}${type.endpoint}/${id}`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What an extension holds, in the order of its schema; undefined where that is nothing. */
function renderExtension(schema: SchemaDefinition, stored: Json | undefined, baseUrl: string): JsonObject | undefined {
  if (!isObject(stored)) return undefined
  const shown: JsonObject = {}
  for (const attribute of schema.attributes) {
    const value = stored[attribute.name]
    if (value !== undefined && attribute.returned !== 'never')
      shown[attribute.name] = withReference(attribute, value, baseUrl)
  }
  return Object.keys(shown).length ? shown : undefined
}

/** `$ref` is never stored: it follows from the id and our own address. What is no id of ours (any text will do) gets none. */
function withReference(attribute: AttributeDefinition, stored: Json, baseUrl: string): Json {
  const address = attribute.subAttributes?.find(isOwnReference)
  if (!address) return stored
  if (Array.isArray(stored)) return stored.map((each) => withReference(attribute, each, baseUrl))
  const { value, ...others } = stored as JsonObject
  if (typeof value !== 'string' || !UUID.test(value)) return stored
  return { value, $ref: `${baseUrl}/${address.referenceTypes![0]}s/${value}`, ...others }
}
