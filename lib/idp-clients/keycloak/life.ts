import type { ClientProfile } from '../http'
import type { JsonObject } from '../json'
import { empty, exactly, text } from '../match'
import type { Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

const headers = { 'content-type': 'application/scim+json' }
const keycloak: ClientProfile = { name: 'Keycloak', reads: headers, writes: headers }

const user = (v: Values, active: boolean): JsonObject => ({
  schemas: [USER],
  externalId: `kc-user-${v('run')}`,
  userName: `kc.${v('run')}`,
  displayName: 'Kay Cloak',
  name: { givenName: 'Kay', familyName: 'Cloak' },
  emails: [{ value: `kc.${v('run')}@x.example` }],
  active,
  roles: [{ value: 'auditor' }],
})
const group = (v: Values, ...members: string[]): JsonObject => ({
  schemas: [GROUP],
  externalId: `kc-group-${v('run')}`,
  displayName: `Keycloak ${v('run')}`,
  ...(members.length > 0 && { members: members.map((value) => ({ value, $ref: `Users/${value}` })) }),
})
const operations = (v: Values): JsonObject[] => [
  { op: 'remove', path: 'members' },
  { op: 'replace', path: 'displayName', value: `Keycloak ${v('run')} new` },
  { op: 'replace', path: 'externalId', value: `kc-group-${v('run')}` },
]
const read = (v: Values) => ({ method: 'GET', path: `/Groups/${v('group')}` })

/** The SCIM client extension of Keycloak: everything is put whole; groups are patched where that is switched on. */
export const keycloakTrace: Trace = {
  title: 'Keycloak, SCIM client extension',
  source: 'mitodl/keycloak-scim sh.libre.scim.core (ScimClient, UserAdapter, GroupAdapter)',
  client: keycloak,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'creates the user',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, true) }),
      expect: (v) => ({
        status: 201,
        body: { id: text, userName: `kc.${v('run')}`, displayName: 'Kay Cloak', active: true },
      }),
      keep: { user: 'id' },
    },
    {
      name: 'disables the user by putting it with its id',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: { id: v('user'), ...user(v, false) } }),
      expect: (v) => ({ status: 200, body: { id: v('user'), active: false } }),
    },
    {
      name: 'creates the group with its members, $ref relative',
      request: (v) => ({ method: 'POST', path: '/Groups', body: group(v, v('user')) }),
      expect: (v) => ({ status: 201, body: { id: text, displayName: `Keycloak ${v('run')}` } }),
      keep: { group: 'id' },
    },
    {
      name: 'the member is in',
      request: read,
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('user') }) } }),
    },
    {
      name: 'removes all members and sets name and externalId in one PATCH',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}`,
        body: {
          schemas: [PATCH_OP],
          Operations: operations(v),
        },
      }),
      expect: { status: [200, 204] },
    },
    { name: 'nobody is in', request: read, expect: { status: 200, body: { members: empty } } },
    {
      name: 'puts the group with its members',
      request: (v) => ({
        method: 'PUT',
        path: `/Groups/${v('group')}`,
        body: { id: v('group'), ...group(v, v('user')) },
      }),
      expect: { status: 200 },
    },
    {
      name: 'the member is in again',
      request: read,
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('user') }) } }),
    },
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
