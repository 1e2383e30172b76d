import { isObject, type JsonObject } from '../json'
import type { ResourceType } from '../schema/types'
import { type Projection, project } from './projection'
import type { Document } from './read-user'

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
  const extensions = type.extensions.filter((schema) => isObject(document[schema.id]))
  const resource: JsonObject = { schemas: [type.schema.id, ...extensions.map((schema) => schema.id)], id: stored.id }
  if (document.externalId !== undefined) resource.externalId = document.externalId
  for (const { name } of type.schema.attributes) {
    const value = own[name] ?? document[name]
    if (value !== undefined) resource[name] = value
  }
  for (const { id } of extensions) resource[id] = withReferences(document[id]!, baseUrl)
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

/** `$ref` is never stored: it follows from the id and our own address. What is no id of ours (any text will do) gets none. */
function withReferences(extension: Document[string], baseUrl: string): Document[string] {
  if (!isObject(extension) || !isObject(extension.manager)) return extension
  const { value, ...others } = extension.manager
  if (typeof value !== 'string' || !UUID.test(value)) return extension
  return { ...extension, manager: { value, $ref: `${baseUrl}/Users/${value}`, ...others } }
}
