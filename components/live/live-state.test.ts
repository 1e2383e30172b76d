import { expect, test } from 'vitest'
import { freshRows, liveWords, newCalls, pollDelay } from './live-state'

test('the pause grows with every failure, up to half a minute', () => {
  expect([0, 1, 2, 3, 4, 100].map(pollDelay)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
})

test.each([
  [{ failures: 0 }, 'Watching for new calls'],
  [{ failures: 1 }, 'No answer; trying again every 4 s'],
  [{ failures: 9 }, 'No answer; trying again every 30 s'],
  [{ failures: 1, pause: 'drawer' as const }, 'Paused while a row is open'],
  [{ failures: 0, pause: 'page' as const }, 'Paused: new calls are on the first page'],
])('%j: %s', (state, words) => {
  expect(liveWords(state)).toBe(words)
})

test.each([
  [1, '1 new call'],
  [3, '3 new calls'],
  [1000, '1,000 new calls or more'],
])('%i: %s', (count, words) => {
  expect(newCalls(count, 1000)).toBe(words)
})

test.each([
  ['nothing came', ['c', 'b', 'a'], ['c', 'b', 'a'], []],
  ['two came, one fell off', ['c', 'b', 'a'], ['e', 'd', 'c'], ['e', 'd']],
  ['a whole page came', ['c', 'b'], ['f', 'e'], ['f', 'e']],
  ['the first came', [], ['a'], ['a']],
])('%s', (_, before, now, fresh) => {
  expect(freshRows(before, now)).toEqual(fresh)
})
