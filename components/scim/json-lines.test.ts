import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnText, foldable, jsonLines, lineHas, lineStep, longArrays, rangeAround, type Json } from './json-lines'

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

  it('knows what folds', () => {
    expect(foldable({ name: { givenName: 'Ann' }, emails: [{ value: 'a' }], roles: [] })).toEqual([
      'name',
      'emails',
      'emails[0]',
    ])
  })

  it('finds keys and values, in any case, but not brackets', () => {
    const lines = jsonLines({ userName: 'ANN', name: { familyName: 'Lee' } }, new Set())
    const found = (needle: string) => lines.filter((line) => lineHas(line, needle)).map(({ path }) => path)
    expect(found('ann')).toEqual(['userName'])
    expect(found('name')).toEqual(['userName', 'name', 'name.familyName'])
    expect(found('{')).toEqual([])
  })

  it('draws the beginning of a long text, and says how long it is', () => {
    expect(drawnText('"short"')).toBe('"short"')
    const drawn = drawnText(JSON.stringify('x'.repeat(1_000_000)))
    expect(drawn.length).toBeLessThan(2100)
    expect(drawn).toMatch(/… 1,000,000 characters$/)
  })

  it('moves to a line that is not drawn', () => {
    const range = { start: 0, end: lineStep }
    expect(rangeAround(range, lineStep - 1)).toBe(range)
    expect(rangeAround(range, 10_000)).toEqual({ start: 10_000 - lineStep / 2, end: 10_000 + lineStep / 2 })
    expect(rangeAround({ start: 500, end: 900 }, 3)).toEqual({ start: 0, end: 3 + lineStep / 2 })
  })

  it('reaches the end of a megabyte', () => {
    const emails = Array.from({ length: 20_000 }, (_, at) => ({ value: `person-${at}@contoso.example`, type: 'work' }))
    const document = { emails }
    expect(JSON.stringify(document).length).toBeGreaterThan(1_000_000)
    const lines = jsonLines(document, new Set())
    expect(lines.findIndex((line) => lineHas(line, 'person-19999'))).toBeGreaterThan(70_000)
  })
})
