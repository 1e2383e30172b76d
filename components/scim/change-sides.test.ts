import { expect, test } from 'vitest'
import { changeSides } from './change-sides'
import type { Json } from './json-lines'

test.each<[string, Json | undefined, Json | undefined, Json[], Json[]]>([
  ['a value that changes', 'Agent', 'Lead', ['Agent'], ['Lead']],
  ['a value that comes', undefined, 'Lead', [], ['Lead']],
  ['a value that goes', false, undefined, [false], []],
  ['a list that comes', undefined, [{ a: 1 }, { a: 2 }], [], [{ a: 1 }, { a: 2 }]],
  ['lists, what differs of them', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 3 }], [{ a: 1 }], [{ a: 3 }]],
  ['lists in another order', [1, 2], [2, 1], [[1, 2]], [[2, 1]]],
  ['a value that becomes a list', 'a', ['a', 'b'], ['a'], ['a', 'b']],
])('%s', (_, before, after, gone, come) => {
  expect(changeSides(before, after)).toEqual({ gone, come })
})
