import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketStarts } from './histogram-steps'

const at = (text: string) => Date.parse(text)
const hours = (n: number) => n * 3_600_000
const iso = (starts: number[]) => starts.map((start) => new Date(start).toISOString())

test.each([
  ['15 minutes', 0.25, 1 / 60],
  ['an hour', 1, 1 / 60],
  ['a day', 24, 0.25],
  ['a week', 7 * 24, 2],
  ['two weeks', 14 * 24, 4],
  ['90 days', 90 * 24, 24],
  ['400 days', 400 * 24, 7 * 24],
])('%s', (_, length, step) => {
  const to = at('2026-11-25T14:02:37Z')
  const starts = bucketStarts(to - hours(length), to, 'UTC')
  expect(starts[1]! - starts[0]!).toBe(hours(step))
  expect(starts.length).toBeLessThanOrEqual(97)
})

test('days are the zone’s, 23 and 25 hours long where the clock is moved', () => {
  const spring = iso(bucketStarts(at('2026-03-01T00:00Z'), at('2026-04-20T00:00Z'), 'Europe/Berlin'))
  expect(spring).toContain('2026-03-28T23:00:00.000Z')
  expect(spring).toContain('2026-03-29T22:00:00.000Z')
  const autumn = iso(bucketStarts(at('2026-10-01T00:00Z'), at('2026-11-20T00:00Z'), 'Europe/Berlin'))
  expect(autumn).toContain('2026-10-24T22:00:00.000Z')
  expect(autumn).toContain('2026-10-25T23:00:00.000Z')
})

test('hours are whole where the zone’s offset is not', () => {
  const starts = iso(bucketStarts(at('2026-11-24T10:20Z'), at('2026-11-25T10:20Z'), 'Asia/Kathmandu'))
  expect(starts[0]).toBe('2026-11-24T10:15:00.000Z')
  const days = iso(bucketStarts(at('2026-09-24T10:20Z'), at('2026-11-25T10:20Z'), 'Asia/Kathmandu'))
  expect(days[0]).toBe('2026-09-23T18:15:00.000Z')
})

test('weeks begin on Monday', () => {
  const starts = iso(bucketStarts(at('2026-05-06T12:00Z'), at('2026-11-25T00:00Z'), 'UTC'))
  expect(starts[0]).toBe('2026-05-04T00:00:00.000Z')
})

test('nothing has no buckets', () => {
  expect(bucketStarts(5, 5, 'UTC')).toEqual([])
})

test('whatever range and zone: without a hole, without a turn back, from before the beginning to before the end', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
  fc.assert(
    fc.property(
      fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2030-01-01T00:00Z') }),
      fc.integer({ min: 1, max: 401 * 24 * 60 }),
      fc.constantFrom(...zones),
      (from, minutes, zone) => {
        const to = from + minutes * 60_000
        const starts = bucketStarts(from, to, zone)
        expect(starts.length).toBeGreaterThan(0)
        expect(starts.length).toBeLessThanOrEqual(99)
        expect(starts[0]).toBeLessThanOrEqual(from)
        expect(starts.at(-1)).toBeLessThan(to)
        if (starts.length > 1) expect(starts[1]).toBeGreaterThan(from)
        expect([...starts].sort((a, b) => a - b)).toEqual(starts)
      },
    ),
    { numRuns: 300 },
  )
})
