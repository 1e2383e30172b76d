import { expect, test } from 'vitest'
import { scopesNeeded } from './scopes'

test.each<[string, string, string[]]>([
  ['GET', 'Users', ['users:read']],
  ['HEAD', 'Users/1', ['users:read']],
  ['POST', 'Users/.search', ['users:read']],
  ['PUT', 'Users/.search', ['users:write']],
  ['POST', 'Users', ['users:write']],
  ['PATCH', 'Users/1', ['users:write']],
  ['DELETE', 'Users/1', ['users:write']],
  ['GET', 'Groups', ['groups:read']],
  ['PUT', 'Groups/1', ['groups:write']],
  ['POST', 'Bulk', ['users:write', 'groups:write']],
  ['GET', '', ['users:read', 'groups:read']],
  ['POST', '.search', ['users:read', 'groups:read']],
  ['GET', 'Schemas', []],
  ['GET', 'ServiceProviderConfig', []],
  ['GET', 'Me', []],
  ['GET', 'Nothing', []],
])('%s /%s needs %j', (method, path, scopes) => {
  expect(scopesNeeded(method, path.split('/').filter(Boolean))).toEqual(scopes)
})
