import { expect, test } from 'vitest'
import { isAllowed, readAddresses } from './addresses'

test.each([
  ['', []],
  ['192.0.2.1', ['192.0.2.1']],
  [' 192.0.2.0/24,\n2001:DB8::/48 ; 192.0.2.0/24 ', ['192.0.2.0/24', '2001:db8::/48']],
  ['0.0.0.0/0 ::/0', ['0.0.0.0/0', '::/0']],
])('%j is read as %j', (text, ranges) => expect(readAddresses(text)).toEqual({ ranges }))

test.each(['192.0.2', '192.0.2.0/33', '2001:db8::/129', '192.0.2.0/24/8', '192.0.2.0/', 'okta.com', 'fe80::1%eth0'])(
  '%s is refused by name',
  (text) => expect(readAddresses(`192.0.2.1 ${text}`)).toEqual({ wrong: expect.stringContaining(text) }),
)

test('500 ranges are the most', () => {
  const many = Array.from({ length: 501 }, (_, at) => `10.0.${at >> 8}.${at & 255}`)
  expect(readAddresses(many.slice(1).join('\n'))).toMatchObject({ ranges: many.slice(1) })
  expect(readAddresses(many.join('\n'))).toMatchObject({ wrong: expect.stringContaining('501') })
})

test.each<[string[], string | undefined, boolean]>([
  [[], undefined, true],
  [[], '192.0.2.1', true],
  [['192.0.2.1'], '192.0.2.1', true],
  [['192.0.2.1'], '192.0.2.2', false],
  [['192.0.2.77/24'], '192.0.2.255', true],
  [['192.0.2.0/24'], '192.0.3.0', false],
  [['192.0.2.0/24'], '2001:db8::1', false],
  [['2001:db8::/48'], '2001:db8:0:1::1', true],
  [['2001:db8::/48'], '2001:db8:1::1', false],
  [['2001:db8::/48'], '192.0.2.1', false],
  [['fe80::/10'], 'fe80::1%eth0', true],
  [['0.0.0.0/0'], '192.0.2.1', true],
  [['::/0'], '::1', true],
  [['192.0.2.1'], undefined, false],
  [['0.0.0.0/0', '::/0'], 'unknown', false],
])('with %j, %s may call: %s', (ranges, address, may) => {
  for (let time = 0; time < 2; time++) expect(isAllowed(ranges, address)).toBe(may)
})
