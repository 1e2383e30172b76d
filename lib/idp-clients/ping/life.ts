import type { ClientProfile } from '../http'
import { atLeast, exactly, including, text } from '../match'
import { percentFilter } from '../query'
import type { Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

const headers = { 'user-agent': 'PingFederate', accept: 'application/scim+json' }
const pingFederate: ClientProfile = {
  name: 'PingFederate',
  reads: headers,
  writes: { ...headers, 'content-type': 'application/scim+json' },
}

const userName = (v: Values) => `ping.${v('run')}@x.example`
const user = (v: Values, familyName: string, active: boolean) => ({
  schemas: [USER],
  userName: userName(v),
  externalId: `ping-${v('run')}`,
  name: { givenName: 'Pia', familyName },
  emails: [{ type: 'work', value: userName(v) }],
  active,
})
const group = (v: Values) => `Ping ${v('run')}`

/** PingFederate: users are replaced whole, groups are matched by reading all of them. */
export const pingTrace: Trace = {
  title: 'PingFederate',
  source: 'docs.pingidentity.com, PingFederate SCIM provisioner',
  client: pingFederate,
  values: (run) => ({ run }),
  steps: [
    {
      name: '1.5 1 looks the user up',
      request: (v) => ({ method: 'GET', path: `/Users?${percentFilter(`userName eq "${userName(v)}"`)}` }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.5 2 creates the user',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'Ng', true) }),
      expect: { status: 201, body: { id: text, active: true } },
      keep: { user: 'id' },
    },
    {
      name: '1.5 3 replaces the user',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: user(v, 'Okoro', true) }),
      expect: { status: 200, body: { name: { familyName: 'Okoro' } } },
    },
    {
      name: '1.5 4 disables the user by replacing it',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: user(v, 'Okoro', false) }),
      expect: { status: 200, body: { active: false } },
    },
    {
      name: '1.5 5 reads all groups',
      request: () => ({ method: 'GET', path: '/Groups?startIndex=1&count=100' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: '1.5 6 creates the group',
      request: (v) => ({ method: 'POST', path: '/Groups', body: { schemas: [GROUP], displayName: group(v) } }),
      expect: { status: 201 },
      keep: { group: 'id' },
    },
    {
      name: '1.5 6 adds a member by PATCH',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}`,
        body: { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'members', value: [{ value: v('user') }] }] },
      }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.5 6 replaces the members by PUT',
      request: (v) => ({
        method: 'PUT',
        path: `/Groups/${v('group')}`,
        body: { schemas: [GROUP], displayName: group(v), members: [{ value: v('user') }] },
      }),
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('user') }) } }),
    },
    {
      name: '1.5 4 or deletes the user',
      request: (v) => ({ method: 'DELETE', path: `/Users/${v('user')}` }),
      expect: { status: 204 },
    },
    {
      name: '1.5 4 the user is gone, and so is its name',
      request: (v) => ({ method: 'GET', path: `/Users/${v('user')}` }),
      expect: { status: 404, body: { schemas: including('urn:ietf:params:scim:api:messages:2.0:Error') } },
    },
  ],
}
