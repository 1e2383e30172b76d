import { notFound } from '../error'
import type { JsonObject } from '../json'
import type { AttributeDefinition, Registry, ResourceType, SchemaDefinition } from '../schema/types'
import { RESOURCE_TYPE_URN, SCHEMA_URN } from '../schema/urns'
import { listResponse } from './list-response'

/** `/Schemas`, or one schema by its URN in any case (RFC 7643 §7). Throws notFound. */
export function schemasResponse(registry: Registry, baseUrl: string, id?: string): JsonObject {
  if (id === undefined) return all(registry.schemas.map((schema) => renderSchema(schema, baseUrl)))
  const schema = registry.schemas.find((each) => each.id.toLowerCase() === id.toLowerCase())
  if (!schema) throw notFound(`There is no schema "${id}". ${baseUrl}/Schemas lists those that there are.`)
  return renderSchema(schema, baseUrl)
}

/** `/ResourceTypes`, or one by its name in any case (RFC 7643 §6). Throws notFound. */
export function resourceTypesResponse(registry: Registry, baseUrl: string, id?: string): JsonObject {
  const types = [registry.User, registry.Group]
  if (id === undefined) return all(types.map((type) => renderResourceType(type, baseUrl)))
  const type = types.find((each) => each.name.toLowerCase() === id.toLowerCase())
  if (!type) throw notFound(`There is no resource type "${id}". There are User and Group.`)
  return renderResourceType(type, baseUrl)
}

function all(resources: JsonObject[]): JsonObject {
  return listResponse({ totalResults: resources.length, startIndex: 1, resources })
}

function renderSchema(schema: SchemaDefinition, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA_URN],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(renderAttribute),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  }
}

function renderAttribute(attribute: AttributeDefinition): JsonObject {
  const { subAttributes, canonicalValues, referenceTypes, name, type, multiValued, description, required } = attribute
  return {
    name,
    type,
    multiValued,
    description,
    required,
    caseExact: attribute.caseExact,
    mutability: attribute.mutability,
    returned: attribute.returned,
    uniqueness: attribute.uniqueness,
    ...(canonicalValues ? { canonicalValues } : {}),
    ...(referenceTypes ? { referenceTypes } : {}),
    ...(subAttributes ? { subAttributes: subAttributes.map(renderAttribute) } : {}),
  }
}

function renderResourceType(type: ResourceType, baseUrl: string): JsonObject {
  return {
    schemas: [RESOURCE_TYPE_URN],
    id: type.name,
    name: type.name,
    endpoint: type.endpoint,
    description: type.description,
    schema: type.schema.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  }
}
