import { describe, expect, test } from 'vitest'
import { invalidSyntax } from '../error'
import type { Json } from '../json'
import { planBulk } from './bulk-plan'
import { referencesOf, resolveReferences, splitMembers } from './bulk-references'
import type { BulkOperation } from './bulk-request'

const operation = (method: string, path: string, bulkId: string | undefined, data: Json): BulkOperation => ({
  method,
  path,
  bulkId,
  data,
  notes: [],
})
const user = (bulkId: string, more: object = {}) => operation('POST', '/Users', bulkId, { userName: bulkId, ...more })
const group = (bulkId: string, ...members: string[]) =>
  operation('POST', '/Groups', bulkId, {
    displayName: bulkId,
    members: members.map((id) => ({ value: `bulkId:${id}` })),
  })

describe('the order of operations', () => {
  const cases: [rule: string, operations: BulkOperation[], steps: (number | number[])[]][] = [
    ['is that of the request', [user('a'), user('b'), operation('DELETE', '/Users/1', undefined, null)], [0, 1, 2]],
    ['stays where references go back', [user('a'), group('g', 'a')], [0, 1]],
    ['brings forward what is referred to', [group('g', 'b'), user('a'), user('b')], [2, 0, 1]],
    ['through several references', [group('g', 'h'), group('h', 'a'), user('a')], [2, 1, 0]],
    ['for a path', [operation('PATCH', '/Users/bulkId:a', undefined, []), user('a')], [1, 0]],
    ['joins two that refer to each other', [group('g', 'h'), user('x'), group('h', 'g')], [[0, 2], 1]],
    ['joins one that refers to itself', [group('g', 'g')], [[0]]],
    ['what a circle needs comes before it', [group('g', 'h'), group('h', 'g', 'a'), user('a')], [2, [0, 1]]],
    ['what needs a circle comes after it', [group('f', 'g'), group('g', 'h'), group('h', 'g')], [[1, 2], 0]],
    [
      'two circles',
      [group('a', 'b'), group('c', 'd'), group('b', 'a'), group('d', 'c', 'a')],
      [
        [0, 2],
        [1, 3],
      ],
    ],
    ['a bulkId that nobody has', [group('g', 'zzz')], [0]],
    ['only a POST is referred to', [group('g', 'a'), operation('PUT', '/Users/1', 'a', {})], [0, 1]],
    ['a malformed one refers to nothing', [{ ...group('g', 'a'), refusal: invalidSyntax('') }, user('a')], [0, 1]],
  ]
  test.each(cases)('%s', (_, operations, steps) => {
    const expected = steps.map((step) => ({ operations: [step].flat(), circular: Array.isArray(step) }))
    expect(planBulk(operations)).toEqual(expected)
  })

  test('a chain of a thousand', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => group(`${index}`, `${index + 1}`))
    expect(planBulk(chain).map(({ operations }) => operations[0])).toEqual(chain.map((_, index) => 999 - index))
  })
})

describe('references', () => {
  test.each<[string, string, Json, string[]]>([
    ['in the path', '/Users/bulkId:a', null, ['a']],
    ['in a path with a query', '/Users/bulkId:a?attributes=id', null, ['a']],
    ['in a path without slash', 'Users/bulkId:a', null, ['a']],
    ['anywhere in the data', '/Users', { x: [{ y: { z: 'bulkId:a' } }, 'bulkId:b'] }, ['a', 'b']],
    ['each once', '/Users/bulkId:a', ['bulkId:a', 'bulkId:a'], ['a']],
    ['with odd characters', '/Users', ['bulkId:a b:c/d\n'], ['a b:c/d\n']],
    ['not inside of a text', '/Users', ['see bulkId:a', 'bulkId:', 'bulkid:a'], []],
    ['not as a name', '/Users', { 'bulkId:a': 1 }, []],
  ])('%s', (_, path, data, expected) => {
    expect([...referencesOf(operation('PATCH', path, undefined, data))]).toEqual(expected)
  })

  test('become ids, and nothing else changes', () => {
    const data = JSON.parse(
      '{"__proto__":{"a":"bulkId:a"},"members":[{"value":"bulkId:a"},{"value":"1"}],"n":[null,1]}',
    )
    const resolved = resolveReferences(operation('PUT', '/Users/bulkId:b?x=1', 'p', data), (id) => id.toUpperCase())
    expect(resolved.path).toBe('/Users/B?x=1')
    expect(JSON.stringify(resolved.data)).toBe(
      '{"__proto__":{"a":"A"},"members":[{"value":"A"},{"value":"1"}],"n":[null,1]}',
    )
  })

  test('what refers to nothing is left as it is', () => {
    const plain = user('a')
    expect(resolveReferences(plain, () => expect.unreachable())).toBe(plain)
  })
})

describe('members that come later', () => {
  test.each<[string, Json, Json, string[]]>([
    [
      'objects',
      [{ value: 'bulkId:h' }, { value: '1' }, { value: 'bulkId:x' }],
      [{ value: '1' }, { value: 'bulkId:x' }],
      ['h'],
    ],
    ['bare ids', ['bulkId:h', '1'], ['1'], ['h']],
    ['one object', { VALUE: 'bulkId:h' }, [], ['h']],
    ['each once', ['bulkId:h', 'bulkId:h', 'bulkId:g'], [], ['h', 'g']],
  ])('as %s', (_, Members, kept, later) => {
    const received = operation('POST', 'Groups', 'g', { displayName: 'g', Members })
    const split = splitMembers(received, new Set(['g', 'h']))
    expect(split?.operation.data).toEqual({ displayName: 'g', Members: kept })
    expect(split?.later).toEqual(later)
  })

  test('not of users, and not where another attribute refers as well', () => {
    const ids = new Set(['g'])
    expect(splitMembers(user('a', { members: ['bulkId:g'] }), ids)).toBeUndefined()
    expect(splitMembers(operation('POST', '/Groups', 'x', { externalId: 'bulkId:g' }), ids)).toBeUndefined()
    expect(splitMembers(operation('POST', '/Groups', 'x', []), ids)).toBeUndefined()
  })
})

test('a DELETE may name its resource by a reference, and has no data', () => {
  const remove: BulkOperation = { method: 'DELETE', path: '/Users/bulkId:a', notes: [] }
  expect(resolveReferences(remove, () => 'id-of-a')).toMatchObject({ path: '/Users/id-of-a', data: undefined })
})
