import { expect, test } from 'vitest'
import { axisWords, bucketName, callsIn, countWords, rangeOf } from './bucket-words'

const bucket = (from: string, to: string) => ({ from, to, accepted: 1, refused: 0, failed: 0 })

test.each([
  ['2026-11-24T13:00Z', '2026-11-24T14:00Z', '24 Nov 14:00–15:00'],
  ['2026-11-24T21:00Z', '2026-11-25T01:00Z', '24 Nov 22:00 – 25 Nov 02:00'],
  ['2026-11-23T23:00Z', '2026-11-24T23:00Z', '24 Nov'],
  ['2026-11-22T23:00Z', '2026-11-29T23:00Z', '23 Nov – 29 Nov'],
  ['2026-11-24T13:00Z', '2026-11-24T13:02:37Z', '24 Nov 14:00–14:02'],
])('%s to %s is %s', (from, to, name) => {
  expect(bucketName({ from, to }, 'Europe/Berlin')).toBe(name)
})

test('counts in words', () => {
  expect(countWords({ accepted: 1200, refused: 3, failed: 1 })).toBe('1,200 accepted, 3 refused, 1 failed')
  expect(countWords({ accepted: 0, refused: 3, failed: 0 })).toBe('3 refused')
  expect(countWords({ accepted: 0, refused: 0, failed: 0 })).toBe('no calls')
  expect(callsIn({ accepted: 1, refused: 2, failed: 3 }, { accepted: 4, refused: 0, failed: 0 })).toBe(10)
})

test('a stretch ends before the next bucket begins', () => {
  const buckets = [
    bucket('2026-11-24T13:00:00.000Z', '2026-11-24T14:00:00.000Z'),
    bucket('2026-11-24T14:00:00.000Z', '2026-11-24T15:00:00.000Z'),
  ]
  expect(rangeOf(buckets, 0, 1)).toEqual({
    kind: 'timeRange',
    from: '2026-11-24T13:00:00.000Z',
    to: '2026-11-24T14:59:59.999Z',
  })
})

test('the axis says the day once', () => {
  const buckets = Array.from({ length: 8 }, (_, at) => ({
    from: new Date(Date.UTC(2026, 10, 23, 12 + at * 6)).toISOString(),
  }))
  expect(axisWords(buckets, 'UTC', 4)).toEqual([
    { at: 0, text: '23 Nov 12:00' },
    { at: 2, text: '24 Nov' },
    { at: 4, text: '12:00' },
    { at: 6, text: '25 Nov' },
  ])
  expect(axisWords([], 'UTC', 4)).toEqual([])
})
