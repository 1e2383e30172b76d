import fc from 'fast-check'
import { expect, test } from 'vitest'
import { home, safeReturnPath, signInPath } from './return-path'

test.each([
  ['/groups', '/groups'],
  ['/users?provider=okta&q=a%20b', '/users?provider=okta&q=a%20b'],
  ['/sync-logs#top', '/sync-logs#top'],
  ['/', home],
  ['', home],
  [undefined, home],
  ['users', home],
  ['https://evil.example/', home],
  ['//evil.example', home],
  ['/\\evil.example', home],
  ['/\t/evil.example', home],
  ['/\n/evil.example', home],
  ['/..//evil.example', home],
  ['javascript:alert(1)', home],
  ['/sign-in?return=/users', home],
  ['/api/auth/signout', home],
  ['/scim/okta/v2/Users', home],
])('%j leads to %j', (given, expected) => expect(safeReturnPath(given)).toBe(expected))

test('no text leads to another site', () => {
  const part = fc.oneof(
    fc.constantFrom('/', '\\', '.', '..', '\t', '\n', ':', '@', 'evil.example', 'https'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = safeReturnPath(parts.join(''))
      expect(new URL(path, 'https://rollcall.example').origin).toBe('https://rollcall.example')
    }),
    { numRuns: 2000 },
  )
})

test('the sign-in page leads back only where that is not home', () => {
  expect(signInPath('/groups?page=2')).toBe('/sign-in?return=%2Fgroups%3Fpage%3D2')
  expect(signInPath('/users')).toBe('/sign-in')
  expect(signInPath(null)).toBe('/sign-in')
})
