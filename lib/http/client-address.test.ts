import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function address(trust: string, socket: string | undefined, forwarded?: string | string[]) {
  vi.stubEnv('TRUST_PROXY', trust)
  const { clientAddress } = await import('./client-address')
  return clientAddress(socket, forwarded)
}

test('what a client writes itself does not count', async () => {
  expect(await address('false', '192.0.2.1', '203.0.113.9')).toBe('192.0.2.1')
})

test.each([
  [undefined, '192.0.2.1'],
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
  [['198.51.100.1', '203.0.113.9'], '203.0.113.9'],
  ['', '192.0.2.1'],
  ['203.0.113.9:51544', '203.0.113.9'],
  ['[2001:db8::9]:51544', '2001:db8::9'],
  ['[2001:db8::9]', '2001:db8::9'],
  ['2001:db8::9', '2001:db8::9'],
])('behind a trusted proxy its own entry counts: %s', async (forwarded, expected) => {
  expect(await address('true', '192.0.2.1', forwarded)).toBe(expected)
})

test('an IPv4 client of an IPv6 socket has its IPv4 address', async () => {
  expect(await address('false', '::ffff:192.0.2.1')).toBe('192.0.2.1')
})
