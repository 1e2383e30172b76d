import { absent } from '../match'
import type { Trace, Values } from '../trace'
import { entraPatch, entraUser } from './bodies'
import { entraClient } from './profile'

const body = (v: Values) => ({
  ...entraUser({ userName: v('userName'), givenName: 'Rea', familyName: 'Try', externalId: v('externalId') }),
  title: 'Clerk',
})
const change = (v: Values) => ({
  method: 'PATCH',
  path: `/Users/${v('id')}`,
  body: entraPatch(
    { op: 'Replace', path: 'title', value: 'Chief' },
    { op: 'Add', path: 'userType', value: 'Employee' },
  ),
})

/** How the provisioning service behaves over time: it repeats itself, skips empty values and gets quarantined. */
export const entraRetryTrace: Trace = {
  title: 'Entra cycles and retries',
  source: 'MicrosoftDocs/entra-docs how-provisioning-works.md',
  client: entraClient,
  values: (run) => ({ userName: `retry.${run}@x.example`, externalId: `retry-${run}` }),
  steps: [
    {
      name: '1.2.e 1 creates in the initial cycle',
      request: (v) => ({ method: 'POST', path: '/Users', body: body(v) }),
      expect: { status: 201 },
      keep: { id: 'id' },
    },
    {
      name: '1.2.e 1 repeats the creation whose answer got lost',
      request: (v) => ({ method: 'POST', path: '/Users', body: body(v) }),
      expect: { status: 409, body: { scimType: 'uniqueness' } },
    },
    {
      name: '1.2.e 2 changes in a later cycle',
      request: change,
      expect: { status: [200, 204], body: { title: 'Chief' } },
    },
    {
      name: '1.2.e 2 reads the version',
      request: (v) => ({ method: 'GET', path: `/Users/${v('id')}` }),
      expect: { status: 200 },
      keep: { version: 'meta.version', lastModified: 'meta.lastModified' },
    },
    { name: '1.2.e 2 repeats the change', request: change, expect: { status: [200, 204], body: { title: 'Chief' } } },
    {
      name: '1.2.e 2 which changed nothing, nor the version',
      request: (v) => ({ method: 'GET', path: `/Users/${v('id')}` }),
      expect: (v) => ({
        status: 200,
        body: { meta: { version: v('version'), lastModified: v('lastModified') }, nickName: absent },
      }),
    },
    {
      name: '1.2.e 3 is told that a token is wrong, in words',
      request: (v) => ({
        method: 'GET',
        path: `/Users/${v('id')}`,
        headers: { authorization: 'Bearer not-the-token-of-this-server' },
      }),
      expect: { status: 401 },
    },
  ],
}
