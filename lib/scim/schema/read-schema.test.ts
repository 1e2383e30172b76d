import { expect, test } from 'vitest'
import { schemasResponse } from '../messages/discovery'
import { readSchemaDefinition } from './read-schema'
import { createRegistry, sharedRegistry } from './registry'
import { ENTERPRISE_SCHEMA } from './enterprise'
import { ENTERPRISE_URN } from './urns'

test('what is not said has the defaults of RFC 7643 §2.2', () => {
  const schema = readSchemaDefinition({ id: 'urn:x:hr:2.0:User', name: 'HR', attributes: [{ name: 'shoe' }] })
  expect(schema).toEqual({
    id: 'urn:x:hr:2.0:User',
    name: 'HR',
    description: '',
    extends: 'User',
    attributes: [
      {
        name: 'shoe',
        type: 'string',
        multiValued: false,
        description: '',
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
      },
    ],
  })
  expect(createRegistry({ strict: false, allowSameGroupNames: false, extensions: [schema] }).schemas).toContain(schema)
})

test('reads what /Schemas answers', () => {
  expect(readSchemaDefinition(schemasResponse(sharedRegistry, 'https://x', ENTERPRISE_URN))).toEqual(ENTERPRISE_SCHEMA)
})

test.each<[unknown, string]>([
  [null, 'it'],
  [{ id: 'x', name: 'X', attributes: [{ name: 'a' }] }, 'id must be a URN'],
  [{ id: 'urn:x:y', name: 'X', attributes: [] }, 'attributes'],
  [{ id: 'urn:x:y', name: 'X', attributes: [{ name: '__proto__' }] }, 'attributes.0.name'],
  [{ id: 'urn:x:y', name: 'X', attributes: [{ name: 'a b' }] }, 'attributes.0.name'],
  [{ id: 'urn:x:y', name: 'X', attributes: [{ name: 'a', type: 'text' }] }, 'attributes.0.type'],
  [{ id: 'urn:x:y', name: 'X', attributes: [{ name: 'a', type: 'complex' }] }, 'subAttributes'],
])('%j is refused', (document, detail) => {
  expect(() => readSchemaDefinition(document)).toThrowError(
    expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
  )
})
