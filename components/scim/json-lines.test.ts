import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLines, longArrays, type Json } from './json-lines'

const print = (document: Json, folded: string[] = []) =>
  jsonLines(document, new Set(folded))
    .map(
      ({ depth, key, text, comma }) =>
        `${'  '.repeat(depth)}${key === undefined ? '' : `${JSON.stringify(key)}: `}${text}${comma ? ',' : ''}`,
    )
    .join('\n')

describe('JSON in lines', () => {
  it('is what JSON.stringify prints', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON.parse, since -0 and undefined don't survive printing.
        const document = JSON.parse(JSON.stringify(value)) as Json
        expect(print(document)).toBe(JSON.stringify(document, null, 2))
      }),
    )
  })

  it('leaves out what is folded', () => {
    expect(print({ name: { givenName: 'Ann' }, emails: [{ value: 'a@x' }] }, ['emails', 'name'])).toBe(
      '{\n  "name": {…},\n  "emails": […]\n}',
    )
  })

  it('names each place', () => {
    const document = { emails: [{ value: 'a@x' }], 'urn:x:User': { 'cost center': 1 } }
    expect(jsonLines(document, new Set()).flatMap(({ kind, path }) => (kind === 'leaf' ? [path] : []))).toEqual([
      'emails[0].value',
      '["urn:x:User"]["cost center"]',
    ])
  })

  it('finds arrays that are long', () => {
    const members = Array.from({ length: 26 }, (_, at) => ({ value: String(at) }))
    expect(longArrays({ schemas: ['a'], members })).toEqual(['members'])
  })
})
