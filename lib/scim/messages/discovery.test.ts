import { describe, expect, test } from 'vitest'
import { errorBody, invalidFilter, notFound } from '../error'
import { limits } from '../limits'
import { LENIENCIES } from '../patch/quirks/registry'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from '../schema/urns'
import { resourceTypesResponse, schemasResponse } from './discovery'
import { serviceProviderConfig } from './service-provider-config'

const BASE = 'https://host/scim/okta/v2'

describe('/Schemas', () => {
  const response = schemasResponse(sharedRegistry, BASE)

  test('is a ListResponse of the schemas that resources use', () => {
    expect(response).toMatchObject({ totalResults: 3, itemsPerPage: 3, startIndex: 1 })
    expect(response.Resources).toMatchObject([{ id: USER_URN }, { id: GROUP_URN }, { id: ENTERPRISE_URN }])
    expect(JSON.stringify(response)).not.toContain('null')
  })

  test('says every characteristic of every attribute (RFC 7643 §7)', () => {
    const texts = JSON.stringify(response)
    const attributes = [...texts.matchAll(/"name":"[^"]+","type":/g)]
    for (const name of [
      'multiValued',
      'description',
      'required',
      'caseExact',
      'mutability',
      'returned',
      'uniqueness',
    ]) {
      // Schemas have a description too.
      const count = [...texts.matchAll(new RegExp(`"${name}":`, 'g'))].length - (name === 'description' ? 3 : 0)
      expect(count, name).toBe(attributes.length)
    }
  })

  test('is true for the provider', () => {
    const shared = createRegistry({ strict: false, allowSameGroupNames: true, extensions: [] })
    const displayName = (registry: typeof shared) => schemasResponse(registry, BASE, GROUP_URN).attributes
    expect(displayName(sharedRegistry)).toMatchObject([
      { name: 'displayName', required: true, uniqueness: 'server' },
      {},
    ])
    expect(displayName(shared)).toMatchObject([{ name: 'displayName', required: true, uniqueness: 'none' }, {}])
  })

  test('one by its URN in any case', () => {
    const one = schemasResponse(sharedRegistry, BASE, USER_URN.toUpperCase())
    expect(one).toMatchObject({
      id: USER_URN,
      meta: { resourceType: 'Schema', location: `${BASE}/Schemas/${USER_URN}` },
    })
    expect(() => schemasResponse(sharedRegistry, BASE, 'urn:x')).toThrowError(expect.objectContaining({ status: 404 }))
  })
})

test('/ResourceTypes', () => {
  expect(resourceTypesResponse(sharedRegistry, BASE)).toMatchObject({ totalResults: 2 })
  expect(resourceTypesResponse(sharedRegistry, BASE, 'user')).toMatchObject({
    id: 'User',
    endpoint: '/Users',
    schema: USER_URN,
    schemaExtensions: [{ schema: ENTERPRISE_URN, required: false }],
    meta: { resourceType: 'ResourceType', location: `${BASE}/ResourceTypes/User` },
  })
  expect(() => resourceTypesResponse(sharedRegistry, BASE, 'Device')).toThrowError(
    expect.objectContaining({ status: 404 }),
  )
})

test('/ServiceProviderConfig says what there is, and no more', () => {
  expect(serviceProviderConfig(BASE, { sort: true, bulk: false })).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: limits.pageMax },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: false,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 100,
      maxPageSize: 1000,
    },
    authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
  })
  expect(serviceProviderConfig(BASE, { sort: false, bulk: true, cursor: { timeout: 3600 } })).toMatchObject({
    bulk: { supported: true, maxOperations: limits.bulkOperations, maxPayloadSize: limits.bodyBytes },
    pagination: { cursor: true, cursorTimeout: 3600 },
  })
})

test('an error says its status as text', () => {
  expect(errorBody(invalidFilter('x'))).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    scimType: 'invalidFilter',
    detail: 'x',
  })
  expect(errorBody(notFound('x'))).not.toHaveProperty('scimType')
})

test('every leniency has its own name and says who needs it', () => {
  expect(new Set(LENIENCIES.map(({ code }) => code)).size).toBe(LENIENCIES.length)
  for (const { clients, title } of LENIENCIES) expect([clients.length > 0, title.length > 0]).toEqual([true, true])
})
