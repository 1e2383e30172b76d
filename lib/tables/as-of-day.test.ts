import { expect, test } from 'vitest'
import { asOfTab, dayAt, dayOf, endOfDay } from './as-of-day'

test('the day of a tab comes back, and what is no day does not', () => {
  expect(dayOf(asOfTab('2024-02-29'))).toBe('2024-02-29')
  for (const tab of [undefined, 'as-of', 'groups', 'as-of.2023-02-29', 'as-of.2023-13-01', 'as-of.x', 'as-of.2024-1-1'])
    expect(dayOf(tab), tab).toBeUndefined()
})

test('a day ends where the next begins', () => {
  expect(endOfDay('2026-12-31', 'utc')?.toISOString()).toBe('2027-01-01T00:00:00.000Z')
  expect(endOfDay('2026-03-29', 'local')).toEqual(new Date(2026, 2, 30))
  expect(endOfDay('', 'local')).toBeUndefined()
})

test('the day of a moment depends on the zone', () => {
  const at = new Date('2026-11-24T23:30:00Z')
  expect(dayAt(at, 'UTC')).toBe('2026-11-24')
  expect(dayAt(at, 'Europe/Berlin')).toBe('2026-11-25')
})
