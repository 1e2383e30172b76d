import type { ClientProfile } from '../http'
import type { Json } from '../json'
import { atLeast, including, text, type Pattern } from '../match'
import type { Step, Trace } from '../trace'
import { PATCH_OP, USER } from '../urns'

const headers = { 'user-agent': 'SailPoint', accept: 'application/scim+json' }
const sailPoint: ClientProfile = {
  name: 'SailPoint',
  reads: headers,
  writes: { ...headers, 'content-type': 'application/scim+json' },
}

const reads = (name: string, path: string, body: Pattern): Step => ({
  name,
  request: () => ({ method: 'GET', path }),
  expect: { status: 200, body },
})

const part = (name: string, value: string): Json => ({ [name]: value })

/** SailPoint reads what the server says of itself, then everybody; it sends the parts of a name one by one. */
export const sailPointTrace: Trace = {
  title: 'SailPoint',
  source: 'developer.sailpoint.com/discuss thread 91746; Captain-P-Goldfish/SCIM-SDK#327',
  client: sailPoint,
  values: (run) => ({ run }),
  steps: [
    reads('1.6 1 reads the configuration', '/ServiceProviderConfig', { patch: { supported: true } }),
    reads('1.6 2 reads the resource types', '/ResourceTypes', { Resources: including({ id: 'User' }) }),
    reads('1.6 3 reads the schemas', '/Schemas', { Resources: including({ id: USER }) }),
    reads('1.6 4 reads the type of users', '/ResourceTypes/User', { endpoint: '/Users', schema: USER }),
    reads('1.6 5 reads the schema of users', `/Schemas/${USER}`, {
      id: USER,
      attributes: including({ name: 'userName' }),
    }),
    {
      name: '1.6 6 the user is there',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          schemas: [USER],
          userName: `sail.${v('run')}@x.example`,
          name: { givenName: 'Sal', familyName: 'Point', middleName: 'M' },
          active: true,
        },
      }),
      expect: { status: 201, body: { id: text } },
      keep: { user: 'id' },
    },
    reads('1.6 6 aggregates users', '/Users?startIndex=1&count=50', { totalResults: atLeast(1), startIndex: 1 }),
    reads('1.6 6 aggregates groups', '/Groups?startIndex=1&count=50', { totalResults: atLeast(0), startIndex: 1 }),
    {
      name: '1.6 7 changes the parts of a name one by one',
      request: (v) => ({
        method: 'PATCH',
        path: `/Users/${v('user')}`,
        body: {
          schemas: [PATCH_OP],
          Operations: [
            { op: 'replace', value: { name: part('familyName', 'Ponta') } },
            { op: 'replace', value: { name: part('givenName', 'Salma') } },
          ],
        },
      }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.6 7 all parts are there',
      request: (v) => ({ method: 'GET', path: `/Users/${v('user')}` }),
      expect: {
        status: 200,
        body: { name: { givenName: 'Salma', familyName: 'Ponta', middleName: 'M' } },
      },
    },
  ],
}
