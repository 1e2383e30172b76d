import { describe, expect, test } from 'vitest'
import type { Json } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { BULK_REQUEST_URN } from '../schema/urns'
import { readBulk } from './bulk-request'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const data = { userName: 'ann' }

const read = (Operations: Json, more: object = {}, registry = sharedRegistry) =>
  readBulk(registry, { schemas: [BULK_REQUEST_URN], Operations, ...more })

const one = (operation: Json, registry = sharedRegistry) => read([operation], {}, registry).operations[0]!

const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code)

describe('the message', () => {
  const refused: [rule: string, body: Json, status: number, scimType: string | undefined, names: string][] = [
    ['a list', [], 400, 'invalidSyntax', 'BulkRequest'],
    ['a text', 'x', 400, 'invalidSyntax', 'BulkRequest'],
    ['without operations', { schemas: [BULK_REQUEST_URN] }, 400, 'invalidSyntax', 'Operations'],
    ['operations that are no list', { Operations: { method: 'POST' } }, 400, 'invalidSyntax', 'Operations'],
    ['failOnErrors 0', { Operations: [], failOnErrors: 0 }, 400, 'invalidValue', 'failOnErrors'],
    ['failOnErrors as text', { Operations: [], failOnErrors: '1' }, 400, 'invalidValue', 'failOnErrors'],
    ['failOnErrors 1.5', { Operations: [], failOnErrors: 1.5 }, 400, 'invalidValue', 'failOnErrors'],
    ['1,001 operations', { Operations: Array(1001).fill({}) }, 413, undefined, '1,000 (maxOperations)'],
  ]
  test.each(refused)('%s is refused', (_, body, status, scimType, names) => {
    expect(() => readBulk(sharedRegistry, body)).toThrowError(
      expect.objectContaining({ status, scimType, detail: expect.stringContaining(names) }),
    )
  })

  test('an empty list, and a thousand operations, are read', () => {
    expect(read([]).operations).toEqual([])
    expect(read(Array(1000).fill({})).operations).toHaveLength(1000)
  })

  test('failOnErrors is read, null and none is no limit', () => {
    expect(read([], { failOnErrors: 3 }).failOnErrors).toBe(3)
    expect(read([], { failOnErrors: null }).failOnErrors).toBe(Infinity)
    expect(read([]).failOnErrors).toBe(Infinity)
  })

  test('names are read in any case; missing schemas are noted, in Strict refused', () => {
    const body = { operations: [{ Method: 'POST', Path: '/Users', BULKID: 'a', DATA: data }], FAILONERRORS: 1 }
    const request = readBulk(sharedRegistry, body)
    expect(request).toMatchObject({
      failOnErrors: 1,
      operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data }],
    })
    expect(codes(request.notes)).toEqual(['missing-schemas'])
    expect(() => readBulk(strict, body)).toThrowError(expect.objectContaining({ scimType: 'invalidSyntax' }))
  })
})

describe('an operation', () => {
  const malformed: [rule: string, operation: Json, names: string, scimType?: string, status?: number][] = [
    ['null', null, 'an object'],
    ['a text', 'POST', 'an object'],
    ['without method', { path: '/Users', bulkId: 'a', data }, 'method'],
    ['GET', { method: 'GET', path: '/Users' }, 'method'],
    ['a method that is no text', { method: 1, path: '/Users' }, 'method'],
    ['without path', { method: 'DELETE' }, 'path'],
    ['a path that is no text', { method: 'DELETE', path: 1 }, 'path'],
    ['a POST without data', { method: 'POST', path: '/Users', bulkId: 'a' }, 'data'],
    ['a PATCH with null as data', { method: 'PATCH', path: '/Users/1', data: null }, 'data'],
    ['a bulkId that is no text', { method: 'POST', path: '/Users', bulkId: 1, data }, 'bulkId'],
    ['a version that is no text', { method: 'DELETE', path: '/Users/1', version: 1 }, 'version'],
    ['a long path', { method: 'DELETE', path: `/Users/${'x'.repeat(20_000)}` }, '16 KiB', undefined, 414],
  ]
  test.each(malformed)('%s fails alone', (_, operation, names, scimType = 'invalidSyntax', status = 400) => {
    const good = { method: 'DELETE', path: '/Users/1' }
    const { operations } = read([good, operation, good])
    expect(operations.map(({ refusal }) => refusal !== undefined)).toEqual([false, true, false])
    expect(operations[1]!.refusal).toMatchObject({
      status,
      scimType: status === 400 ? scimType : undefined,
      detail: expect.stringContaining(names),
    })
  })

  test('what was readable of a malformed one is kept for its answer', () => {
    expect(one({ method: 'get', path: '/Users', bulkId: 'a' })).toMatchObject({
      method: 'GET',
      path: '/Users',
      bulkId: 'a',
    })
  })

  test('a method in another case is noted, in Strict refused', () => {
    const operation = { method: 'delete', path: '/Users/1' }
    expect(one(operation).method).toBe('DELETE')
    expect(one(operation).refusal).toBeUndefined()
    expect(codes(one(operation).notes)).toEqual(['operation-case'])
    expect(one(operation, strict).refusal).toMatchObject({ scimType: 'invalidSyntax' })
  })

  test('a POST without bulkId is noted, in Strict refused', () => {
    const operation = { method: 'POST', path: '/Users', data }
    expect(one(operation).refusal).toBeUndefined()
    expect(codes(one(operation).notes)).toEqual(['missing-bulk-id'])
    expect(one(operation, strict).refusal).toMatchObject({ scimType: 'invalidSyntax' })
    expect(one({ method: 'DELETE', path: '/Users/1' }, strict).refusal).toBeUndefined()
  })

  test('the second POST of one bulkId is refused', () => {
    const post = { method: 'POST', path: '/Users', bulkId: 'a', data }
    const { operations } = read([post, { ...post, method: 'PUT', path: '/Users/1' }, post])
    expect(operations.map(({ refusal }) => refusal?.scimType)).toEqual([undefined, undefined, 'invalidValue'])
  })

  test('null and empty texts are not sent; the data of a DELETE is nothing', () => {
    const operation = one({ method: 'DELETE', path: '/Users/1', version: '', bulkId: null, data: {} })
    expect(operation).toEqual({ method: 'DELETE', path: '/Users/1', notes: [] })
  })

  test('the data may be a bare list, as a PATCH is sent by some', () => {
    const data = [{ op: 'add', path: 'title', value: 'x' }]
    expect(one({ method: 'PATCH', path: '/Users/1', data }).data).toEqual(data)
  })
})
