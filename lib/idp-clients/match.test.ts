import { describe, expect, test } from 'vitest'
import {
  absent,
  atLeast,
  differences,
  empty,
  exactly,
  including,
  type Pattern,
  startingWith,
  text,
  without,
} from './match'
import type { Json } from './json'

const body: Json = {
  id: 'a',
  n: 3,
  list: [{ value: 'x', type: 'work' }, { value: 'y' }],
  none: [],
  name: { given: 'Ann' },
}

const fits: Pattern[] = [
  { id: 'a', name: { given: 'Ann' } },
  { id: text, n: atLeast(3) },
  { missing: absent, none: empty },
  { list: including({ value: 'y' }) },
  { list: startingWith({ type: 'work' }) },
  { list: exactly({ value: 'y' }, { value: 'x' }) },
  { list: [{ value: 'x' }, { value: 'y' }] },
  { list: without({ value: 'z' }), missing: without({ value: 'z' }) },
]
const misses: [Pattern, string][] = [
  [{ id: 'b' }, 'id should be "b", is "a"'],
  [{ name: { given: 'Bo' } }, 'name.given should be "Bo", is "Ann"'],
  [{ missing: text }, 'missing should be a text that is not empty, is absent'],
  [{ list: [{ value: 'x' }] }, 'list should be [{"value":"x"}], is'],
  [{ list: exactly({ value: 'x' }) }, 'list should be an array of exactly'],
  [{ list: [{ value: 'x' }, { value: 'z' }] }, 'list.1.value should be "z", is "y"'],
  [{ id: { deep: 1 } }, 'id should be an object like {"deep":1}, is "a"'],
]

describe('what an answer should hold', () => {
  test.each(fits)('%j fits', (pattern) => expect(differences(pattern, body)).toEqual([]))
  test.each(misses)('%j misses, in words', (pattern, words) => {
    expect(differences(pattern, body)).toEqual([expect.stringContaining(words)])
  })
})
