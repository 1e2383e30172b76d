import type { ClientProfile } from '../http'
import type { Json, JsonObject } from '../json'
import { atLeast, empty, exactly, including, text, type Pattern } from '../match'
import { plusFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

const headers = {
  'user-agent': 'authentik@2025.10.0',
  accept: 'application/scim+json',
  'content-type': 'application/scim+json',
}
const authentik: ClientProfile = { name: 'authentik', reads: headers, writes: headers }

const userName = (v: Values) => `ak.${v('run')}`
const user = (v: Values, name: string): JsonObject => ({
  schemas: [USER],
  active: true,
  displayName: name,
  emails: [{ primary: true, type: 'other', value: `${userName(v)}@x.example` }],
  externalId: `ak-user-${v('run')}`,
  name: { familyName: 'Keller', formatted: name, givenName: name.split(' ')[0]! },
  userName: userName(v),
})
const groupName = (v: Values) => `authentik ${v('run')}`
const patch = (v: Values, ...operations: { op: string; path?: string; value: Json }[]) => ({
  method: 'PATCH',
  path: `/Groups/${v('group')}`,
  body: { schemas: [PATCH_OP], Operations: operations },
})
const done = { status: [200, 204] }
const reads = (name: string, members: (v: Values) => Pattern): Step => ({
  name,
  request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
  expect: (v) => ({ status: 200, body: { id: v('group'), members: members(v) } }),
})

/** authentik: users are replaced whole, members are added and removed with an operation each, and compared by reading. */
export const authentikTrace: Trace = {
  title: 'authentik',
  source: 'goauthentik/authentik authentik/providers/scim/clients (users.py, groups.py, base.py) and its tests',
  client: authentik,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'reads what the server supports',
      request: () => ({ method: 'GET', path: '/ServiceProviderConfig' }),
      expect: { status: 200, body: { patch: { supported: true } } },
    },
    {
      name: 'discovers groups that are there',
      request: () => ({ method: 'GET', path: '/Groups' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: 'creates the user',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'Kim Keller') }),
      expect: { status: 201, body: { id: text } },
      keep: { user: 'id' },
    },
    {
      name: 'creates a user whose name is taken',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'Kim Keller') }),
      expect: { status: 409 },
    },
    {
      name: 'takes over the one that is there, which it looks up',
      request: (v) => ({ method: 'GET', path: `/Users?${plusFilter(`userName eq "${userName(v)}"`)}` }),
      expect: (v) => ({ status: 200, body: { Resources: [{ id: v('user') }] } }),
    },
    {
      name: 'puts the changed user with its id',
      request: (v) => ({
        method: 'PUT',
        path: `/Users/${v('user')}`,
        body: { ...user(v, 'Kimberly Keller'), id: v('user') },
      }),
      expect: { status: 200, body: { displayName: 'Kimberly Keller', name: { givenName: 'Kimberly' } } },
    },
    {
      name: 'creates the group without members',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], externalId: `ak-group-${v('run')}`, displayName: groupName(v) },
      }),
      expect: { status: 201, body: { id: text } },
      keep: { group: 'id' },
    },
    {
      name: 'adds a member',
      request: (v) => patch(v, { op: 'add', path: 'members', value: [{ value: v('user') }] }),
      expect: done,
    },
    reads('reads the group and finds the member', (v) => exactly({ value: v('user') })),
    {
      name: 'replaces name and externalId without a path, id and schemas among them',
      request: (v) =>
        patch(v, {
          op: 'replace',
          value: {
            schemas: [GROUP],
            id: v('group'),
            externalId: `ak-group-${v('run')}`,
            displayName: `${groupName(v)} new`,
          },
        }),
      expect: done,
    },
    reads('the member is still in', (v) => including({ value: v('user') })),
    {
      name: 'removes the member by value',
      request: (v) => patch(v, { op: 'remove', path: 'members', value: [{ value: v('user') }] }),
      expect: done,
    },
    reads('the member is out', () => empty),
    {
      name: 'deletes the user',
      request: (v) => ({ method: 'DELETE', path: `/Users/${v('user')}` }),
      expect: { status: 204 },
    },
    {
      name: 'deletes the group',
      request: (v) => ({ method: 'DELETE', path: `/Groups/${v('group')}` }),
      expect: { status: 204 },
    },
  ],
}
