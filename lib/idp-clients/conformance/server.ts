import type { Exchange, WireRequest } from '../http'
import { isObject, resourcesOf, valueAt, type JsonObject } from '../json'
import { GROUP, USER } from '../urns'
import { attributeOf, same, type Attribute } from './attribute'
import { coreAttributes } from './core-attributes'

export interface ResourceModel {
  name: string
  endpoint: string
  schema: string
  extensions: { schema: string; required: boolean; attributes: Attribute[] }[]
  attributes: Attribute[]
}

export type Feature = 'patch' | 'bulk' | 'filter' | 'sort' | 'etag' | 'changePassword'

/** What a server says of itself. */
export interface ServerModel {
  config?: JsonObject
  schemas: JsonObject[]
  resourceTypes: JsonObject[]
  user: ResourceModel
  group?: ResourceModel
  offers(feature: Feature): boolean
}

export type Send = (request: WireRequest) => Promise<Exchange>

/** Reads the three endpoints of RFC 7644 §4. Where one does not answer, the RFC's core schema is taken for granted. */
export async function discover(send: Send): Promise<ServerModel> {
  const config = await send({ method: 'GET', path: '/ServiceProviderConfig' })
  const types = await send({ method: 'GET', path: '/ResourceTypes' })
  const schemas = await send({ method: 'GET', path: '/Schemas' })
  const model: Omit<ServerModel, 'user' | 'group' | 'offers'> = {
    ...(config.status === 200 && isObject(config.body) && { config: config.body }),
    resourceTypes: types.status === 200 ? resourcesOf(types.body) : [],
    schemas: schemas.status === 200 ? resourcesOf(schemas.body) : [],
  }
  const user = resourceOf(model, 'User', '/Users', USER) ?? assumed('User', '/Users', USER)
  // Without resource types only asking tells whether there are groups.
  const groups =
    model.resourceTypes.length > 0 || (await send({ method: 'GET', path: '/Groups?count=1' })).status === 200
  const group = resourceOf(model, 'Group', '/Groups', GROUP)
  return {
    ...model,
    user,
    ...(groups &&
      (group || model.resourceTypes.length === 0) && { group: group ?? assumed('Group', '/Groups', GROUP) }),
    offers: (feature) => valueAt(model.config, `${feature}.supported`) === true,
  }
}

function resourceOf(
  { resourceTypes, schemas }: Pick<ServerModel, 'resourceTypes' | 'schemas'>,
  name: string,
  path: string,
  urn: string,
): ResourceModel | undefined {
  const type = resourceTypes.find(({ schema }) => same(schema, urn))
  if (!type) return undefined
  const endpoint = typeof type['endpoint'] === 'string' ? type['endpoint'] : path
  const extensions = Array.isArray(type['schemaExtensions']) ? type['schemaExtensions'].filter(isObject) : []
  return {
    name: typeof type['name'] === 'string' ? type['name'] : name,
    // Relative to the base URL (RFC 7643 §6); of a whole address only the end can be.
    endpoint: `/${endpoint.replace(/\/+$/, '').replace(/^https?:.*\/|^\/+/, '')}`,
    schema: urn,
    attributes: declared(schemas, urn) ?? coreAttributes(urn),
    extensions: extensions.map(({ schema, required }) => ({
      schema: String(schema),
      required: required === true,
      attributes: declared(schemas, String(schema)) ?? [],
    })),
  }
}

const assumed = (name: string, endpoint: string, schema: string): ResourceModel => ({
  name,
  endpoint,
  schema,
  extensions: [],
  attributes: coreAttributes(schema),
})

function declared(schemas: JsonObject[], urn: string): Attribute[] | undefined {
  const attributes = schemas.find(({ id }) => same(id, urn))?.['attributes']
  return Array.isArray(attributes) ? attributes.filter(isObject).map(attributeOf) : undefined
}
