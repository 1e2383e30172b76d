import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { GROUP_URN } from '../schema/urns'
import { readGroup } from './read-group'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const read = (body: JsonObject, registry = sharedRegistry) =>
  readGroup(registry, { schemas: [GROUP_URN], displayName: 'Eng', ...body })

describe('members of a body', () => {
  const cases: [rule: string, body: JsonObject, members: string[] | undefined][] = [
    ['not sent', {}, undefined],
    ['[] empties', { members: [] }, []],
    ['null empties', { members: null }, []],
    ['type, display, $ref null', { members: [{ value: 'a', type: 'User', display: 'A', $ref: null }] }, ['a']],
    ['only the id of each, once', { members: [{ value: 'a' }, { value: 'b' }, { value: 'a' }] }, ['a', 'b']],
    ['bare ids', { members: ['a', 'b'] }, ['a', 'b']],
    ['one object', { members: { value: 'a' } }, ['a']],
    ['names in any case', { MEMBERS: [{ Value: 'a' }] }, ['a']],
    ['nulls in the list', { members: [null, { value: 'a' }] }, ['a']],
  ]
  test.each(cases)('%s', (_rule, body, members) => {
    const result = read(body)
    expect(result.members).toEqual(members)
    expect(result.document).toEqual({ displayName: 'Eng' })
  })

  test.each<[string, JsonObject]>([
    ['bare ids', { members: ['a'] }],
    ['one object', { members: { value: 'a' } }],
  ])('%s are refused in Strict', (_rule, body) => {
    expect(() => read(body, strict)).toThrowError(expect.objectContaining({ scimType: 'invalidValue' }))
  })
})

test('Entra creates with a foreign schema and without members', () => {
  const body = {
    schemas: [GROUP_URN, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: 'e',
    displayName: 'Eng',
    meta: { resourceType: 'Group' },
  }
  const { document, members, notes } = readGroup(sharedRegistry, body)
  expect({ document, members }).toEqual({ document: { displayName: 'Eng', externalId: 'e' }, members: undefined })
  expect(notes.map((note) => note.code)).toEqual(['unknown-schema'])
})

test.each<[JsonObject, string]>([
  [{ displayName: null }, 'none was sent'],
  [{ displayName: ' ' }, 'not blank'],
  [{ displayName: ['x'] }, 'displayName must be text'],
  [{ members: [{ display: 'x' }] }, "member's id"],
  [{ members: [''] }, "member's id"],
  [{ members: 'bulkId:1' }, 'bulkId:1'],
])('%j is refused', (body, detail) => {
  expect(() => read(body)).toThrowError(
    expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
  )
})

test('more than 100,000 members', () => {
  const members = Array.from({ length: 100_001 }, (_, index) => ({ value: `u${index}` }))
  expect(() => read({ members })).toThrowError(expect.objectContaining({ status: 413 }))
})
