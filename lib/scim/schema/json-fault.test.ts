import { expect, test } from 'vitest'
import { jsonFault } from './json-fault'

test.each([
  ['{"a": }', 'line 1, column 7'],
  ['{"a": 1,\n  "b" 2}', 'line 2, column 7'],
  ['{"a": 1,}', 'line 1, column 9'],
  ['[1, 2,\n]', 'line 2, column 1'],
  ['{a: 1}', 'line 1, column 2'],
  ["{'a': 1}", 'line 1, column 2'],
  ['{"a": "b\nc"}', 'line 1, column 7'],
  ['{"a": tru}', 'line 1, column 7'],
  ['{"a": 1]', 'line 1, column 8'],
  ['{} {}', 'line 1, column 4'],
  ['// a\n{}', 'line 1, column 1'],
  ['{"a": [1, {"b": []}], "c": -1.5e3', undefined],
  ['{"a"', undefined],
])('%j stops being JSON at %s', (text, place) => {
  expect(() => JSON.parse(text) as unknown).toThrow()
  expect(jsonFault(text)).toBe(place)
})

test('deep nesting does not overflow', () => {
  expect(jsonFault('['.repeat(60_000))).toBeUndefined()
})
