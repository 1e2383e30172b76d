import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScimError } from '../error'
import { parseJsonBody } from './json-body'

const parse = (text: string) => parseJsonBody(text)

describe('what is read', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff{"a":1}', { a: 1 }],
    ['  [1] ', [1]],
    [String.raw`{"a":"\" : [ { \\"}`, { a: '" : [ { \\' }],
    [String.raw`{"a":"\ud83d\ude00 é 😀"}`, { a: '😀 é 😀' }],
  ])('%s', (text, value) => expect(parse(text)).toEqual({ value, notes: [] }))

  test('duplicate keys: the last one counts, and the path is noted', () => {
    const { value, notes } = parse('{"a":1,"b":[{"c":1},{"c":1,"\\u0063":2}],"a":{"d":1,"d":1}}')
    expect(value).toEqual({ a: { d: 1 }, b: [{ c: 1 }, { c: 2 }] })
    expect(notes.map((note) => [note.code, note.path])).toEqual([
      ['duplicate-key', 'b[1].c'],
      ['duplicate-key', 'a'],
      ['duplicate-key', 'a.d'],
    ])
  })
})

describe('what is refused', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  test.each([
    ['', 'invalidSyntax', 'empty'],
    [' \n', 'invalidSyntax', 'empty'],
    ['{', 'invalidSyntax', 'not valid JSON'],
    ['{"password":"secret" x}', 'invalidSyntax', 'line 1, column'],
    ["{'a':1}", 'invalidSyntax', 'not valid JSON'],
    [nested(33), 'invalidSyntax', '32 deep'],
    [nested(100_000), 'invalidSyntax', '32 deep'],
    [String.raw`{"a":[{"b":"x\u0000"}]}`, 'invalidValue', 'a[0].b'],
    [String.raw`{"a":"\ud800x"}`, 'invalidValue', 'a has'],
    [String.raw`{"a":{"\udfff":1}}`, 'invalidValue', 'a has'],
    ['{"a":"\ud800"}', 'invalidValue', 'a has'],
  ])('%s', (text, scimType, detail) => {
    expect(() => parse(text)).toThrowError(
      expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
    )
  })

  test('32 deep is fine', () => expect(parse(nested(32)).notes).toEqual([]))

  test('an error does not quote the body, which may hold a password', () => {
    expect(() => parse('{"password":"secret" x}')).not.toThrow('secret')
  })
})

test('valid JSON comes out as it is, without notes; anything else throws a ScimError', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), (text) => {
      expect(parse(text)).toEqual({ value: JSON.parse(text) as unknown, notes: [] })
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parse(text)
      } catch (error) {
        expect(error).toBeInstanceOf(ScimError)
      }
    }),
  )
})

test('texts that no database keeps are found beside other values, and where the body is one', () => {
  expect(() => parseJsonBody('{"a":1,"b":[true,"\\u0000"]}')).toThrow('b[1] has a NUL')
  expect(() => parseJsonBody('"\\ud800"')).toThrow('The body has a NUL')
})
