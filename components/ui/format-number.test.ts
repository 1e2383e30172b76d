import { describe, expect, it } from 'vitest'
import { countOf, formatDuration, formatPercent } from './format-number'

describe('numbers', () => {
  it.each([
    [0, '0 %'],
    [0.0001, '< 1 %'],
    [0.414, '41 %'],
    [0.9999, '99 %'],
    [1, '100 %'],
  ])('share %d is %s', (share, text) => expect(formatPercent(share)).toBe(text))

  it.each([
    [0.84, '0.8 ms'],
    [12.4, '12 ms'],
    [2134, '2,134 ms'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text))

  it('are counted in words', () => {
    const noun = { one: 'user', many: 'users' }
    expect([0, 1, 12_408].map((count) => countOf(count, noun))).toEqual(['0 users', '1 user', '12,408 users'])
  })
})
