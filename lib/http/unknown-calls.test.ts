import { expect, test } from 'vitest'
import { addressPrefix, countUnknownCall, lastUnknownCall, unknownCalls } from './unknown-calls'

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', 'unknown'],
])('%s belongs to %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix)
})

test('calls are counted by provider, hour and prefix, and old hours are forgotten', () => {
  // Other files of this worker have called too.
  Object.assign(globalThis, { rollcallUnknownCalls: undefined })
  const at = new Date('2026-07-01T12:34:56Z')
  for (const address of ['192.0.2.1', '192.0.2.2']) countUnknownCall('okta', address, at)
  countUnknownCall('entra', '192.0.2.1', at)
  const hour = new Date('2026-07-01T12:00:00Z')
  expect(unknownCalls()).toEqual([
    { slug: 'okta', hour, prefix: '192.0.2.0/24', count: 2, last: at },
    { slug: 'entra', hour, prefix: '192.0.2.0/24', count: 1, last: at },
  ])
  const later = new Date('2026-07-01T12:50:00Z')
  countUnknownCall('okta', '198.51.100.1', later)
  countUnknownCall('okta', '192.0.2.1', at)
  expect(lastUnknownCall('okta')).toEqual({ slug: 'okta', hour, prefix: '198.51.100.0/24', count: 1, last: later })
  expect(lastUnknownCall('ping')).toBeUndefined()
  countUnknownCall('okta', '192.0.2.1', new Date('2026-07-04T12:00:00Z'))
  expect(unknownCalls()).toHaveLength(1)
})
