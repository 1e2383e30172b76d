import { describe, expect, it } from 'vitest'
import { readPreferences } from './preferences'

describe('preferences from cookies', () => {
  it.each([
    [{}, { theme: 'system', times: 'local', keys: true, zone: 'UTC' }],
    [
      { theme: 'dark', times: 'utc', zone: 'Europe%2FBerlin' },
      { theme: 'dark', times: 'utc', keys: true, zone: 'Europe/Berlin' },
    ],
    [
      { theme: 'neon', times: 'x', zone: 'Middle/Earth' },
      { theme: 'system', times: 'local', keys: true, zone: 'UTC' },
    ],
    [{ keys: 'off' }, { theme: 'system', times: 'local', keys: false, zone: 'UTC' }],
    [{ zone: '%E0%A4%A' }, { theme: 'system', times: 'local', keys: true, zone: 'UTC' }],
  ])('%j', (cookies: Record<string, string>, expected) => {
    expect(readPreferences((name) => cookies[name])).toEqual(expected)
  })
})
