import { resourcesOf, type JsonObject } from '@/lib/idp-clients/json'
import { absent, exactly, including, text } from '@/lib/idp-clients/match'
import { ENTERPRISE, GROUP, USER } from '@/lib/idp-clients/urns'
import { expect, test } from './fixture'
import { suite } from './server'

test('ServiceProviderConfig says what is there (RFC 7643 §5)', async ({ scim }) => {
  const supported = (value: boolean) => ({ supported: value })
  await scim.get('/ServiceProviderConfig', {
    status: 200,
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: supported(true),
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 16 * 1024 * 1024 },
      filter: { supported: true, maxResults: 1000 },
      changePassword: supported(false),
      sort: supported(true),
      etag: supported(true),
      authenticationSchemes: including({ type: 'oauthbearertoken', name: text, description: text }),
      meta: { resourceType: 'ServiceProviderConfig', location: `${suite.baseUrl}/ServiceProviderConfig` },
    },
  })
})

test('ResourceTypes lists User and Group, and each of them by its id', async ({ scim }) => {
  const { body } = await scim.get('/ResourceTypes', {
    status: 200,
    body: {
      Resources: exactly(
        {
          id: 'User',
          name: 'User',
          endpoint: '/Users',
          schema: USER,
          schemaExtensions: [{ schema: ENTERPRISE, required: false }],
          meta: { resourceType: 'ResourceType', location: `${suite.baseUrl}/ResourceTypes/User` },
        },
        { id: 'Group', name: 'Group', endpoint: '/Groups', schema: GROUP },
      ),
    },
  })
  for (const type of resourcesOf(body))
    expect((await scim.get(`/ResourceTypes/${String(type['id'])}`, { status: 200 })).body).toEqual(type)
  await scim.get('/ResourceTypes/Device', { status: 404 })
})

test('Schemas lists every schema complete and without nulls, and each of them by its URN', async ({ scim }) => {
  const { body, text: raw } = await scim.get('/Schemas', { status: 200 })
  const schemas = resourcesOf(body)
  expect(schemas.map(({ id }) => id)).toEqual(expect.arrayContaining([USER, GROUP, ENTERPRISE]))
  expect(raw).not.toContain('null')
  for (const schema of schemas) {
    for (const attribute of schema['attributes'] as JsonObject[]) checkAttribute(attribute)
    const one = await scim.get(`/Schemas/${String(schema['id'])}`, { status: 200 })
    expect(one.body).toEqual(schema)
  }
  await scim.get('/Schemas/urn:none', { status: 404 })
})

/** RFC 7643 §7. */
function checkAttribute(attribute: JsonObject) {
  const name = String(attribute['name'])
  expect(name).toMatch(/^(\$ref|[a-z][A-Za-z0-9$_-]*)$/)
  expect(['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary', 'complex'], name).toContain(
    attribute['type'],
  )
  expect(['readOnly', 'readWrite', 'immutable', 'writeOnly'], name).toContain(attribute['mutability'])
  expect(['always', 'never', 'default', 'request'], name).toContain(attribute['returned'])
  for (const flag of ['multiValued', 'required']) expect(typeof attribute[flag], `${name}.${flag}`).toBe('boolean')
  const parts = attribute['subAttributes']
  expect(attribute['type'] === 'complex', name).toBe(Array.isArray(parts))
  for (const part of (parts ?? []) as JsonObject[]) checkAttribute(part)
}

test('Schemas says what is unique and required at this provider', async ({ scim }) => {
  const attribute = async (schema: string, name: string) => {
    const { body } = await scim.get(`/Schemas/${schema}`, { status: 200 })
    return ((body as JsonObject)['attributes'] as JsonObject[]).find((one) => one['name'] === name)
  }
  expect(await attribute(USER, 'userName')).toMatchObject({ required: true, uniqueness: 'server', caseExact: false })
  expect(await attribute(GROUP, 'displayName')).toMatchObject({ required: true, uniqueness: 'server' })
  expect(await attribute(USER, 'password')).toMatchObject({ mutability: 'writeOnly', returned: 'never' })
})

test('a filter on discovery is refused (RFC 7644 §4)', async ({ scim }) => {
  for (const path of ['/Schemas', '/ResourceTypes', '/ServiceProviderConfig'])
    await scim.ask({ method: 'GET', path: `${path}?filter=id%20pr` }, { status: 403, body: { scimType: absent } })
})
