import { expect, test } from 'vitest'
import { readTarget } from './target'

test.each([
  ['/scim/okta/v2/Users', ['Users'], '/Users'],
  ['/scim/okta/v2', [], '/'],
  ['/scim/okta/v2/', [], '/'],
  ['/scim/okta/v2/Users/', ['Users'], '/Users'],
  ['//scim//okta/v2//Users///7', ['Users', '7'], '/Users/7'],
  ['/scim/okta/v2/Users/a%20b', ['Users', 'a b'], '/Users/a%20b'],
  ['/scim/okta/v2/Users/%zz', ['Users', '%zz'], '/Users/%zz'],
  ['/scim/okta/v2/Schemas/urn:x:core', ['Schemas', 'urn:x:core'], '/Schemas/urn:x:core'],
  ['/scim/okta/v2/?aadOptscim062020', [], '/?aadOptscim062020'],
])('%s', (target, path, url) => {
  expect(readTarget(target)).toMatchObject({ slug: 'okta', path, url })
})

test.each(['/scim', '/scim/okta', '/scim/okta/v1/Users', '/scim/okta/Users', '/SCIM/okta/v2/Users', '/'])(
  '%s is no endpoint',
  (target) => {
    expect(readTarget(target)).toBeUndefined()
  },
)

test.each([
  ['filter=userName%20eq%20%22ann%40x.example%22', 'userName eq "ann@x.example"'],
  ['filter=userName+eq+"ann%40x.example"', 'userName eq "ann@x.example"'],
  ['filter=userName eq "a%2Bb"', 'userName eq "a+b"'],
  ['filter=userName eq "50%"', 'userName eq "50%"'],
])('the query %s', (query, filter) => {
  expect(readTarget(`/scim/okta/v2/Users?${query}`)!.query.get('filter')).toBe(filter)
})
