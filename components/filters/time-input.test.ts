import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTimeInput, toTimeInput } from './time-input'

describe('a time that is typed in', () => {
  it('is UTC where the page shows UTC', () => {
    expect(fromTimeInput('2026-11-24T14:02', 'utc')).toBe('2026-11-24T14:02:00.000Z')
    expect(toTimeInput('2026-11-24T14:02:37.000Z', 'utc')).toBe('2026-11-24T14:02')
  })

  it('is nothing while incomplete', () => {
    expect(fromTimeInput('', 'local')).toBeUndefined()
    expect(toTimeInput(undefined, 'local')).toBe('')
  })

  it.each(['local', 'utc'] as const)('comes back to the minute (%s)', (times) => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 }).map((minute) => new Date(minute * 60_000).toISOString())
    fc.assert(
      fc.property(minutes, (at) => {
        const shown = toTimeInput(at, times)
        expect(toTimeInput(fromTimeInput(shown, times), times)).toBe(shown)
      }),
    )
  })
})
