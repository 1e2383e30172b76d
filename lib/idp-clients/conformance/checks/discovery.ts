import { isObject, resourcesOf, valueAt, type Json, type JsonObject } from '../../json'
import { differences, including, Matcher, number, text } from '../../match'
import { LIST_RESPONSE } from '../../urns'
import { Skipped } from '../check'
import { must, should, type Section } from '../section'
import type { Talk } from '../talk'

const CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
const boolean = new Matcher('true or false', (value) => typeof value === 'boolean')
const supported = { supported: boolean }
const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex']
const WORDS: Record<string, string[]> = {
  mutability: ['readOnly', 'readWrite', 'immutable', 'writeOnly'],
  returned: ['always', 'never', 'default', 'request'],
  uniqueness: ['none', 'server', 'global'],
}

/** Faults of an attribute's definition and of those below it (RFC 7643 §7). */
function wordFaults(attribute: JsonObject, path: string): string[] {
  const faults: string[] = []
  const { name, type, subAttributes } = attribute
  const here = `${path}${typeof name === 'string' ? name : '(no name)'}`
  if (type !== undefined && !TYPES.includes(String(type)))
    faults.push(`${here}: type one of ${TYPES.join(', ')}; is ${String(type)}`)
  for (const [key, words] of Object.entries(WORDS)) {
    const value = attribute[key]
    if (value !== undefined && !words.includes(String(value)))
      faults.push(`${here}: ${key} one of ${words.join(', ')}; is ${String(value)}`)
  }
  for (const key of ['multiValued', 'required', 'caseExact'])
    if (attribute[key] !== undefined && typeof attribute[key] !== 'boolean')
      faults.push(`${here}: ${key} true or false`)
  const below = Array.isArray(subAttributes) ? subAttributes.filter(isObject) : []
  return [...faults, ...below.flatMap((sub) => wordFaults(sub, `${here}.`))]
}

/** A list that has something in it. @throws StepFailure */
async function listed(t: Talk, path: string) {
  const exchange = await t.get(path)
  const rows = resourcesOf(exchange.body)
  if (rows.length === 0) t.hold(exchange, 'Resources')
  return { exchange, rows }
}

export const discovery: Section = {
  title: 'What the server says of itself',
  checks: [
    must(
      'config.answers',
      '7644 §4',
      '/ServiceProviderConfig answers with its schema',
      '“This endpoint SHALL return responses with a JSON object using a "schemas" attribute of "…:ServiceProviderConfig".”',
      [],
      async (t) => {
        await t.get('/ServiceProviderConfig', { status: 200, body: { schemas: including(CONFIG) } })
      },
    ),
    must(
      'config.features',
      '7643 §5',
      'it says of patch, bulk, filter, changePassword, sort and etag whether they are supported',
      'supported: “A Boolean value specifying whether or not the operation is supported. REQUIRED.”',
      [],
      async (t) => {
        await t.get('/ServiceProviderConfig', {
          status: 200,
          body: {
            patch: supported,
            bulk: supported,
            filter: supported,
            changePassword: supported,
            sort: supported,
            etag: supported,
          },
        })
      },
    ),
    must(
      'config.limits',
      '7643 §5',
      'it tells bulk.maxOperations, bulk.maxPayloadSize and filter.maxResults',
      '“An integer value specifying the maximum number of operations. REQUIRED.”',
      [],
      async (t) => {
        await t.get('/ServiceProviderConfig', {
          status: 200,
          body: { bulk: { maxOperations: number, maxPayloadSize: number }, filter: { maxResults: number } },
        })
      },
    ),
    must(
      'config.authentication',
      '7643 §5',
      'it names its authentication schemes, each with type, name and description',
      'authenticationSchemes … REQUIRED; type, name, description: REQUIRED',
      [],
      async (t) => {
        const exchange = await t.get('/ServiceProviderConfig', {
          status: 200,
          body: { authenticationSchemes: including({ type: text, name: text, description: text }) },
        })
        const schemes = valueAt(exchange.body, 'authenticationSchemes') as Json[]
        const named = { type: text, name: text, description: text }
        if (schemes.some((scheme) => differences(named, scheme).length > 0))
          t.hold(exchange, 'type, name and description in each of authenticationSchemes')
      },
    ),
    should(
      'config.public',
      '7643 §5',
      'how to authenticate can be read without authentication',
      '“the service provider SHOULD, with the appropriate security considerations, make the authenticationSchemes attribute publicly accessible without prior authentication”',
      [],
      async (t) => {
        await t.ask(
          { method: 'GET', path: '/ServiceProviderConfig', headers: { authorization: '' } },
          { status: 200, body: { authenticationSchemes: including({ type: text }) } },
        )
      },
    ),
    must(
      'resource-types.list',
      '7644 §4',
      '/ResourceTypes answers with a ListResponse',
      '“When returning multiple ResourceTypes or Schemas, the message form described by … ListResponse … SHALL be used”',
      [],
      async (t) => {
        await t.get('/ResourceTypes', {
          status: 200,
          body: { schemas: including(LIST_RESPONSE), totalResults: number, Resources: including({ schema: text }) },
        })
      },
    ),
    must(
      'resource-types.attributes',
      '7643 §6',
      'each resource type has name, endpoint and schema, each extension schema and required',
      'name, endpoint, schema: “REQUIRED”; schemaExtensions.schema, .required: “REQUIRED”',
      [],
      async (t) => {
        const { exchange, rows } = await listed(t, '/ResourceTypes')
        for (const type of rows) {
          const extensions = Array.isArray(type['schemaExtensions']) ? type['schemaExtensions'].filter(isObject) : []
          const missing = ['name', 'endpoint', 'schema'].filter((key) => typeof type[key] !== 'string')
          t.hold(
            exchange,
            ...missing.map((key) => `${key} in each resource type; ${String(type['name'])} has none`),
            ...extensions
              .filter(({ schema, required }) => typeof schema !== 'string' || typeof required !== 'boolean')
              .map(() => `schema and required in each of schemaExtensions of ${String(type['name'])}`),
          )
        }
      },
    ),
    should(
      'resource-types.single',
      '7644 §4',
      'a resource type can be read by its name',
      '“the single JSON object is returned in the same way that a single User or Group is retrieved”',
      [({ resourceTypes }) => (resourceTypes.length > 0 ? undefined : '/ResourceTypes is empty')],
      async (t) => {
        const { id, name } = t.server.resourceTypes.find(({ schema }) => schema === t.server.user.schema) ?? {}
        if (typeof name !== 'string') throw new Skipped('no resource type of users')
        await t.get(`/ResourceTypes/${encodeURIComponent(typeof id === 'string' ? id : name)}`, {
          status: 200,
          body: { schemas: including(RESOURCE_TYPE), name, schema: t.server.user.schema },
        })
      },
    ),
    must(
      'schemas.list',
      '7644 §4',
      '/Schemas answers with a ListResponse',
      '“An HTTP GET to the endpoint "/Schemas" SHALL return all supported schemas in ListResponse format”',
      [],
      async (t) => {
        await t.get('/Schemas', {
          status: 200,
          body: { schemas: including(LIST_RESPONSE), totalResults: number, Resources: including({ id: text }) },
        })
      },
    ),
    must(
      'schemas.cover',
      '7643 §6',
      'every schema that a resource type names is there',
      'schema: “This MUST be equal to the "id" attribute of the associated "Schema" resource.”',
      [({ resourceTypes }) => (resourceTypes.length > 0 ? undefined : '/ResourceTypes is empty')],
      async (t) => {
        const { exchange, rows } = await listed(t, '/Schemas')
        const known = rows.map(({ id }) => id)
        const named = t.server.resourceTypes.flatMap((type) => [
          type['schema'],
          ...(Array.isArray(type['schemaExtensions']) ? type['schemaExtensions'].filter(isObject) : []).map(
            ({ schema }) => schema,
          ),
        ])
        t.hold(
          exchange,
          ...named
            .filter((urn) => urn !== undefined && !known.includes(urn))
            .map((urn) => `a schema with the id ${String(urn)}`),
        )
      },
    ),
    must(
      'schemas.attributes',
      '7643 §7',
      'each schema has attributes, and each attribute a name',
      '“all attributes are REQUIRED unless otherwise specified”; name: “The attribute’s name.”',
      [],
      async (t) => {
        const { exchange, rows } = await listed(t, '/Schemas')
        for (const schema of rows) {
          const attributes = schema['attributes']
          const named =
            Array.isArray(attributes) && attributes.every((one) => isObject(one) && typeof one['name'] === 'string')
          if (!named) t.hold(exchange, `attributes, each with a name, in ${String(schema['id'])}`)
        }
      },
    ),
    should(
      'schemas.words',
      '7643 §7',
      'type, mutability, returned and uniqueness are words of the RFC',
      '“Valid values are …”, “Valid keywords are as follows”',
      [],
      async (t) => {
        const { exchange, rows } = await listed(t, '/Schemas')
        const faults = rows.flatMap(({ id, attributes }) =>
          (Array.isArray(attributes) ? attributes.filter(isObject) : []).flatMap((one) =>
            wordFaults(one, `${String(id)}: `),
          ),
        )
        t.hold(exchange, ...faults)
      },
    ),
    must(
      'schemas.no-messages',
      '7644 §3.1',
      'messages are not listed as schemas',
      '“SCIM message schemas using the above prefix URN SHALL NOT be discoverable using the "/Schemas" endpoint.”',
      [],
      async (t) => {
        const { exchange, rows } = await listed(t, '/Schemas')
        const messages = rows.filter(({ id }) => String(id).startsWith('urn:ietf:params:scim:api:'))
        t.hold(exchange, ...messages.map(({ id }) => `no ${String(id)} among the schemas`))
      },
    ),
    should(
      'schemas.single',
      '7644 §4',
      'a schema can be read by its URN',
      '“Individual schema definitions can be returned by appending the schema URI to the /Schemas endpoint.”',
      [],
      async (t) => {
        await t.get(`/Schemas/${t.server.user.schema}`, { status: 200, body: { id: t.server.user.schema } })
      },
    ),
    should(
      'discovery.filter',
      '7644 §4',
      'a filter on these endpoints is refused with 403',
      '“If a "filter" is provided, the service provider SHOULD respond with HTTP status code 403 (Forbidden)”',
      [],
      async (t) => {
        await t.get(`/Schemas?filter=${encodeURIComponent('id pr')}`, { status: 403 })
      },
    ),
  ],
}
