import { expect, test } from 'vitest'
import type { JsonObject } from './json'
import { resourceTypesResponse, schemasResponse } from './messages/discovery'
import { serviceProviderConfig } from './messages/service-provider-config'
import { readGroup } from './resource/read-group'
import { readUser } from './resource/read-user'
import { renderGroup } from './resource/render-group'
import { renderUser } from './resource/render-user'
import { createRegistry } from './schema/registry'
import type { AttributeDefinition } from './schema/types'
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from './schema/urns'

// The examples of RFC 7643 §8 that rfc-examples.test.ts has not: read and answered under Strict, so that no leniency is needed.
const registry = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const BASE = 'https://example.com/v2'
const times = { created: new Date('2010-01-23T04:56:22Z'), lastModified: new Date('2011-05-13T04:42:34Z') }

test('§8.1 a minimal user', () => {
  const example: JsonObject = {
    schemas: [USER_URN],
    id: '2819c223-7f76-453a-919d-413861904646',
    userName: 'bjensen@example.com',
    meta: {
      resourceType: 'User',
      created: '2010-01-23T04:56:22Z',
      lastModified: '2011-05-13T04:42:34Z',
      version: 'W/"3694e05e9dff590"',
      location: `${BASE}/Users/2819c223-7f76-453a-919d-413861904646`,
    },
  }
  const { document, notes } = readUser(registry, example)
  expect({ document, notes }).toEqual({ document: { userName: 'bjensen@example.com', active: true }, notes: [] })
  const stored = { id: String(example.id), document, ...times, version: 'W/"3694e05e9dff590"' }
  expect(renderUser(registry, stored, BASE)).toEqual({
    ...example,
    active: true,
    meta: {
      ...(example.meta as JsonObject),
      created: '2010-01-23T04:56:22.000Z',
      lastModified: '2011-05-13T04:42:34.000Z',
    },
  })
})

test('§8.4 a group: its members by their ids, with names and types that are ours', () => {
  const members = [
    { value: '2819c223-7f76-453a-919d-413861904646', display: 'Babs Jensen' },
    { value: '902c246b-6245-4190-8e05-00816be7344a', display: 'Mandy Pepperidge' },
  ]
  const example = {
    schemas: [GROUP_URN],
    id: 'e9e30dba-f08f-4109-8486-d5c6a331660a',
    displayName: 'Tour Guides',
    members: members.map(({ value, display }) => ({ value, $ref: `${BASE}/Users/${value}`, display })),
    meta: {
      resourceType: 'Group',
      created: '2010-01-23T04:56:22.000Z',
      lastModified: '2011-05-13T04:42:34.000Z',
      version: 'W/"3694e05e9dff592"',
      location: `${BASE}/Groups/e9e30dba-f08f-4109-8486-d5c6a331660a`,
    },
  }
  const read = readGroup(registry, example)
  expect(read).toEqual({
    document: { displayName: 'Tour Guides' },
    members: members.map(({ value }) => value),
    notes: [],
  })
  const stored = {
    id: example.id,
    document: read.document,
    ...times,
    version: 'W/"3694e05e9dff592"',
    members: members.map((member) => ({ ...member, type: 'User' as const })),
  }
  expect(renderGroup(registry, stored, BASE)).toEqual({
    ...example,
    members: example.members.map((member) => ({ ...member, type: 'User' })),
  })
})

test('§8.5 and RFC 9865 §3: every part of the service provider configuration', () => {
  const config = serviceProviderConfig(BASE, { sort: true, bulk: true, cursor: { timeout: 3600 } })
  expect(config).toMatchObject({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: true, maxOperations: expect.any(Number), maxPayloadSize: expect.any(Number) },
    filter: { supported: true, maxResults: expect.any(Number) },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: expect.any(Number),
      maxPageSize: expect.any(Number),
      cursorTimeout: 3600,
    },
    authenticationSchemes: [
      {
        name: expect.any(String),
        description: expect.any(String),
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        type: 'oauthbearertoken',
        primary: true,
      },
    ],
    meta: { location: `${BASE}/ServiceProviderConfig`, resourceType: 'ServiceProviderConfig' },
  })
})

test('§5: a second way to authenticate, where there is one', () => {
  const oauth = { tokenUrl: 'https://example.com/token' }
  const config = serviceProviderConfig(BASE, { sort: true, bulk: true, oauth })
  expect(config.authenticationSchemes).toMatchObject([{ type: 'oauthbearertoken', primary: true }, { type: 'oauth2' }])
})

test('§8.6 resource types, and RFC 7644 §4 the list of them; no extension is required here', () => {
  const resourceType = (name: string, schema: string, extensions: string[]) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    endpoint: `/${name}s`,
    description: expect.any(String) as string,
    schema,
    schemaExtensions: extensions.map((extension) => ({ schema: extension, required: false })),
    meta: { location: `${BASE}/ResourceTypes/${name}`, resourceType: 'ResourceType' },
  })
  const user = resourceType('User', USER_URN, [ENTERPRISE_URN])
  const group = resourceType('Group', GROUP_URN, [])
  expect(resourceTypesResponse(registry, BASE, 'User')).toEqual(user)
  expect(resourceTypesResponse(registry, BASE, 'Group')).toEqual(group)
  expect(resourceTypesResponse(registry, BASE)).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 2,
    itemsPerPage: 2,
    startIndex: 1,
    Resources: [user, group],
  })
})

/** One line for each attribute: type, and what differs from the defaults of §2.2. */
function lines(attributes: AttributeDefinition[], before = ''): string[] {
  return attributes.flatMap((each) => [
    [
      `${before}${each.name}: ${each.multiValued ? `${each.type}[]` : each.type}`,
      ...(each.required ? ['required'] : []),
      ...(each.mutability === 'readWrite' ? [] : [each.mutability]),
      ...(each.returned === 'default' ? [] : [`returned ${each.returned}`]),
      ...(each.uniqueness === 'none' ? [] : [`unique ${each.uniqueness}`]),
      ...(each.canonicalValues ? [each.canonicalValues.join('|')] : []),
      ...(each.referenceTypes ? [`→ ${each.referenceTypes.join('|')}`] : []),
    ].join(' '),
    ...lines(each.subAttributes ?? [], `${before}${each.name}.`),
  ])
}

const plural = (name: string, value: string, types?: string) => [
  `${name}: complex[]`,
  `${name}.value: ${value}`,
  `${name}.display: string`,
  `${name}.type: string${types ? ` ${types}` : ''}`,
  `${name}.primary: boolean`,
]
const texts = (...names: string[]) => names.map((name) => `${name}: string`)
const parts = (name: string, ...names: string[]) => texts(...names.map((each) => `${name}.${each}`))

// §8.7.1. Beyond it: a displayName of groups is unique unless the provider allows others; §4.3 makes only `value` of a manager
// required, since "$ref" follows from it. `caseExact` is §2.3.7's for references, and §3.1's for ids, where the listing is not.
test.each<[urn: string, expected: string[]]>([
  [
    USER_URN,
    [
      'userName: string required unique server',
      'name: complex',
      ...parts('name', 'formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'),
      ...texts('displayName', 'nickName'),
      'profileUrl: reference → external',
      ...texts('title', 'userType', 'preferredLanguage', 'locale', 'timezone'),
      'active: boolean',
      'password: string writeOnly returned never',
      ...plural('emails', 'string', 'work|home|other'),
      ...plural('phoneNumbers', 'string', 'work|home|mobile|fax|pager|other'),
      ...plural('ims', 'string', 'aim|gtalk|icq|xmpp|msn|skype|qq|yahoo'),
      ...plural('photos', 'reference → external', 'photo|thumbnail'),
      'addresses: complex[]',
      ...parts('addresses', 'formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'),
      'addresses.type: string work|home|other',
      'addresses.primary: boolean',
      'groups: complex[] readOnly',
      'groups.value: string readOnly',
      'groups.$ref: reference readOnly → Group',
      'groups.display: string readOnly',
      'groups.type: string readOnly direct|indirect',
      ...plural('entitlements', 'string'),
      ...plural('roles', 'string'),
      ...plural('x509Certificates', 'binary'),
    ],
  ],
  [
    GROUP_URN,
    [
      'displayName: string required unique server',
      'members: complex[]',
      'members.value: string immutable',
      'members.$ref: reference immutable → User|Group',
      'members.type: string immutable User|Group',
      'members.display: string readOnly',
    ],
  ],
  [
    ENTERPRISE_URN,
    [
      ...texts('employeeNumber', 'costCenter', 'organization', 'division', 'department'),
      'manager: complex',
      'manager.value: string required',
      'manager.$ref: reference → User',
      'manager.displayName: string readOnly',
    ],
  ],
])('§8.7.1 %s', (urn, expected) => {
  const { attributes, meta } = schemasResponse(registry, BASE, urn)
  expect(lines(attributes as unknown as AttributeDefinition[])).toEqual(expected)
  expect(meta).toEqual({ resourceType: 'Schema', location: `${BASE}/Schemas/${urn}` })
})

test('§8.7.2: what describes the service is not among what its resources are made of', () => {
  for (const name of ['ServiceProviderConfig', 'ResourceType', 'Schema'])
    expect(() => schemasResponse(registry, BASE, `urn:ietf:params:scim:schemas:core:2.0:${name}`)).toThrow('no schema')
})
