import { describe, expect, test } from 'vitest'
import { takeNotes } from '../notes'
import { sharedRegistry } from '../schema/registry'
import { listResponse } from './list-response'
import { readListQuery } from './list-query'

const read = (query: string) => readListQuery(sharedRegistry, ['User'], new URLSearchParams(query))

describe('pages', () => {
  test.each<[query: string, startIndex: number, count: number]>([
    ['', 1, 100],
    ['startIndex=0&count=0', 1, 0],
    ['startIndex=-5&count=-1', 1, 0],
    ['startIndex=101&count=1000', 101, 1000],
    ['count=1001', 1, 1000],
    ['count=99999999999999999999', 1, 1000],
    ['startIndex=&count=', 1, 100],
    ['startIndex=1&count=2&aadOptscim062020', 1, 2],
  ])('%s', (query, startIndex, count) => expect(read(query)).toMatchObject({ startIndex, count }))

  test('a cursor, also an empty one for the first page', () => {
    expect(read('cursor=').cursor).toBe('')
    expect(read('cursor').cursor).toBe('')
    expect(read('cursor=abc').cursor).toBe('abc')
    expect(read('')).not.toHaveProperty('cursor')
    expect(read('cursor=&startIndex=').cursor).toBe('')
  })
})

describe('sorting', () => {
  test.each<[query: string, name: string | undefined, descending: boolean]>([
    ['', undefined, false],
    ['sortBy=USERNAME', 'userName', false],
    ['sortBy=emails&sortOrder=Descending', 'emails.value', true],
    ['sortBy=name.familyName&sortOrder=ascending', 'name.familyName', false],
    ['sortBy=meta.lastModified', 'meta.lastModified', false],
  ])('%s', (query, name, descending) => {
    const { sortBy, ...others } = read(query)
    expect(sortBy?.map((attr) => attr.name)).toEqual(name && [name])
    expect(others.descending).toBe(descending)
  })
})

test("a filter is parsed and checked; plus signs and escapes are the query string's", () => {
  expect(read('filter=userName+eq+"ann%40x.example"').filter).toMatchObject({ op: 'eq', value: 'ann@x.example' })
  expect(read('filter=')).not.toHaveProperty('filter')
  const notes = takeNotes()
  readListQuery(sharedRegistry, ['User'], new URLSearchParams('filter=department eq "x" and active eq "True"'), notes)
  expect(notes.list.map((note) => note.code)).toEqual(['bare-extension-names', 'boolean-strings'])
})

test.each([
  ['count=ten', 'invalidValue', 'count must be a whole number, but "ten"'],
  ['cursor=&count=ten', 'invalidCount', 'count must be a whole number, but "ten"'],
  ['startIndex=1.5', 'invalidValue', 'startIndex'],
  ['cursor=&startIndex=1', 'invalidValue', 'two ways'],
  ['sortBy=shoeSize', 'invalidValue', 'sortBy names "shoeSize"'],
  ['sortBy=password', 'invalidValue', 'sortBy'],
  ['sortBy=manager.$ref', 'invalidValue', 'sortBy'],
  ['sortBy=name', 'invalidValue', 'several parts'],
  ['sortBy=a b', 'invalidValue', 'sortBy'],
  ['sortOrder=up', 'invalidValue', 'sortOrder'],
  ['filter=shoeSize pr', 'invalidFilter', 'shoeSize'],
  ['filter=userName', 'invalidFilter', 'operator'],
  ['filter=title[value eq "x"]', 'invalidFilter', '"title" is one value without parts'],
  ['filter=emails.value[type eq "x"]', 'invalidFilter', 'is one value'],
])('%s is refused', (query, scimType, detail) => {
  expect(() => read(query)).toThrowError(
    expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
  )
})

test('an empty page still has its Resources', () => {
  expect(listResponse({ totalResults: 0, startIndex: 1, resources: [] })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 0,
    itemsPerPage: 0,
    startIndex: 1,
    Resources: [],
  })
  expect(listResponse({ totalResults: 9, resources: [{}], nextCursor: 'n' })).toMatchObject({
    itemsPerPage: 1,
    nextCursor: 'n',
  })
})
