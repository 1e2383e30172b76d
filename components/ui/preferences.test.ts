import { describe, expect, it } from 'vitest'
import { readPreferences } from './preferences'

describe('preferences from cookies', () => {
  it.each([
    [{}, { theme: 'system', times: 'local', zone: 'UTC' }],
    [
      { theme: 'dark', times: 'utc', zone: 'Europe%2FBerlin' },
      { theme: 'dark', times: 'utc', zone: 'Europe/Berlin' },
    ],
    [
      { theme: 'neon', times: 'x', zone: 'Middle/Earth' },
      { theme: 'system', times: 'local', zone: 'UTC' },
    ],
    [{ zone: '%E0%A4%A' }, { theme: 'system', times: 'local', zone: 'UTC' }],
  ])('%j', (cookies: Record<string, string>, expected) => {
    expect(readPreferences((name) => cookies[name])).toEqual(expected)
  })
})
