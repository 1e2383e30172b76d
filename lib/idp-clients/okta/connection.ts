import type { Trace } from '../trace'
import { including, text } from '../match'
import { LIST_RESPONSE } from '../urns'
import { oktaClient } from './profile'

const list = { status: 200, body: { schemas: including(LIST_RESPONSE) } }

/** "Test API Credentials", and what Okta reads once provisioning is on. */
export const oktaConnectionTrace: Trace = {
  title: 'Okta connection',
  source: 'okta/okta-developer-docs reference/scim; pydantic/logfire PR#2356',
  client: oktaClient,
  values: () => ({}),
  steps: [
    {
      name: '1.1.c 1 tests the credentials with two rows',
      request: () => ({ method: 'GET', path: '/Users?startIndex=1&count=2' }),
      expect: list,
    },
    {
      name: '1.1.c 1 tests the credentials with one row',
      request: () => ({ method: 'GET', path: '/Users?startIndex=1&count=1' }),
      expect: list,
    },
    {
      name: '1.1.c 2 reads users once provisioning is on',
      request: () => ({ method: 'GET', path: '/Users?startIndex=1&count=2' }),
      expect: list,
    },
    {
      name: '1.1.c 2 reads groups once provisioning is on',
      request: () => ({ method: 'GET', path: '/Groups?startIndex=1&count=100' }),
      expect: list,
    },
    {
      name: '1.1.c 3 reads the resource types',
      request: () => ({ method: 'GET', path: '/ResourceTypes' }),
      expect: {
        status: 200,
        body: { schemas: including(LIST_RESPONSE), Resources: including({ id: text, endpoint: text, schema: text }) },
      },
      keep: { first: 'Resources.0.endpoint', second: 'Resources.1.endpoint' },
    },
    {
      name: '1.1.c 3 reads the schemas',
      request: () => ({ method: 'GET', path: '/Schemas' }),
      expect: list,
    },
    {
      name: '1.1.c 3 reads one row of the first resource type',
      request: (v) => ({ method: 'GET', path: `${v('first')}?startIndex=1&count=1` }),
      expect: list,
    },
    {
      name: '1.1.c 3 reads one row of the second resource type',
      request: (v) => ({ method: 'GET', path: `${v('second')}?startIndex=1&count=1` }),
      expect: list,
    },
  ],
}
