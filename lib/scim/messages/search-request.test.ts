import { expect, test } from 'vitest'
import { sharedRegistry } from '../schema/registry'
import { readSearchRequest } from './search-request'

const URN = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'
const schemas = [URN]
const strict = { ...sharedRegistry, rules: { ...sharedRegistry.rules, strict: true } }

test.each<[string, object, string]>([
  [
    'the example of RFC 7644 §3.4.3',
    { attributes: ['displayName', 'userName'], filter: 'displayName sw "smith"', startIndex: 1, count: 10 },
    'filter=displayName+sw+"smith"&startIndex=1&count=10&attributes=displayName,userName',
  ],
  ['the example of RFC 9865 §3', { cursor: '', count: 10 }, 'count=10&cursor='],
  ['nothing', {}, ''],
  ['null', { filter: null, attributes: null }, ''],
  [
    'names in any case',
    { FILTER: 'id pr', SortBy: 'id', sortorder: 'descending' },
    'filter=id+pr&sortBy=id&sortOrder=descending',
  ],
  ['a list of none', { attributes: [] }, 'attributes='],
  ['numbers of any size', { startIndex: -3, count: 1e21 }, 'startIndex=-3&count=1000000000000000000000'],
])('%s', (_, body, query) => {
  const { params, notes } = readSearchRequest(strict, { schemas, ...body })
  expect(params.toString()).toBe(new URLSearchParams(query).toString())
  expect(notes).toEqual([])
})

test.each<[string, object, string]>([
  ['missing-schemas', { filter: 'id pr' }, 'filter=id pr'],
  ['missing-schemas', { schemas: ['urn:other'] }, ''],
  ['single-for-list', { schemas, attributes: 'name, emails' }, 'attributes=name, emails'],
])('%s is noted, and refused in Strict', (code, body, query) => {
  const { params, notes } = readSearchRequest(sharedRegistry, body)
  expect(params.toString()).toBe(new URLSearchParams(query).toString())
  expect(notes).toMatchObject([{ code }])
  expect(() => readSearchRequest(strict, body)).toThrowError(expect.objectContaining({ status: 400 }))
})

test.each<[unknown, number, string | undefined, string]>([
  [[], 400, 'invalidSyntax', 'an empty list'],
  ['filter', 400, 'invalidSyntax', 'SearchRequest'],
  [{ filters: 'id pr' }, 400, 'invalidSyntax', '"filters"'],
  [{ ['x'.repeat(500)]: 1 }, 400, 'invalidSyntax', 'xxx…'],
  [{ userName: 'ann' }, 400, 'invalidSyntax', 'filter, sortBy'],
  [{ filter: ['id pr'] }, 400, 'invalidValue', 'filter must be a text'],
  [{ filter: 5 }, 400, 'invalidValue', 'the number 5'],
  [{ sortBy: {} }, 400, 'invalidValue', 'sortBy'],
  [{ cursor: true }, 400, 'invalidValue', 'cursor'],
  [{ count: {} }, 400, 'invalidValue', 'count must be a whole number'],
  [{ count: '5' }, 400, 'invalidValue', 'the text "5"'],
  [{ startIndex: 1.5 }, 400, 'invalidValue', 'startIndex'],
  [{ attributes: [1] }, 400, 'invalidValue', 'attributes must be a list'],
  [{ excludedAttributes: {} }, 400, 'invalidValue', 'excludedAttributes'],
  [{ sortBy: 'x'.repeat(20_000) }, 413, undefined, 'sortBy is longer than 16 KiB'],
  [{ attributes: Array.from({ length: 9_000 }, () => 'x') }, 413, undefined, 'attributes'],
])('%j is refused', (body, status, scimType, detail) => {
  expect(() => readSearchRequest(sharedRegistry, body)).toThrowError(
    expect.objectContaining({ status, scimType, detail: expect.stringContaining(detail) }),
  )
})

test('an unknown name beside known ones is ignored and noted, in Strict too', () => {
  const { params, notes } = readSearchRequest(strict, { schemas, filter: 'id pr', Domain: 'x' })
  expect(params.toString()).toBe('filter=id+pr')
  expect(notes).toMatchObject([{ code: 'unknown-attribute', path: 'Domain' }])
})

test('a name that objects have of themselves is unknown like any other', () => {
  const body: unknown = JSON.parse('{"__proto__": 1}')
  expect(() => readSearchRequest(sharedRegistry, body)).toThrow('__proto__')
})
