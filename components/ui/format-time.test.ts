import { describe, expect, it } from 'vitest'
import { clockTime, exactTime, relativeTime, shortTime } from './format-time'

const now = new Date('2026-11-24T14:02:37Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('times', () => {
  it.each([
    [-5, 'just now'],
    [10, 'just now'],
    [50, '1 min ago'],
    [3569, '59 min ago'],
    [3600, '1 h ago'],
    [86_399, '24 h ago'],
    [86_400, '1 day ago'],
    [6 * 86_400, '6 days ago'],
    [30 * 86_400, '25 Oct'],
    [400 * 86_400, '20 Oct 2025'],
    [-3600, '24 Nov 15:02:37'],
  ])('%d seconds ago', (seconds, text) => {
    expect(relativeTime(ago(seconds), 'UTC', now)).toBe(text)
  })

  it('are told in the zone', () => {
    expect(clockTime(now, 'Asia/Kolkata')).toBe('19:32:37')
    expect(clockTime(new Date('2026-11-24T00:00:00Z'), 'UTC')).toBe('00:00:00')
    expect(shortTime(new Date('2025-12-31T23:30:00Z'), 'Europe/Berlin', now)).toBe('1 Jan 00:30:00')
    expect(shortTime(new Date('2025-12-31T23:30:00Z'), 'UTC', now)).toBe('31 Dec 2025 23:30:00')
    expect(exactTime(new Date('2026-11-24T14:02:37.012Z'), 'Europe/Berlin')).toBe(
      '24 Nov 2026 15:02:37.012 Europe/Berlin',
    )
  })
})
