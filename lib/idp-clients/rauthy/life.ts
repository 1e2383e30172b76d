import type { ClientProfile } from '../http'
import type { Json, JsonObject } from '../json'
import { atLeast, empty, exactly, including, text } from '../match'
import { percentFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

const accept = { accept: 'application/scim+json' }
const rauthy: ClientProfile = {
  name: 'Rauthy',
  reads: accept,
  writes: { ...accept, 'content-type': 'application/scim+json' },
}

const email = (v: Values) => `rauthy.${v('run')}@x.example`
const groupName = (v: Values) => `rauthy-${v('run')}`
const user = (v: Values, givenName: string): JsonObject => ({
  schemas: [USER],
  externalId: `ra-user-${v('run')}`,
  userName: email(v),
  name: { familyName: '', givenName },
  displayName: email(v),
  preferredLanguage: 'en',
  locale: 'en',
  active: true,
  emails: [{ value: email(v), primary: true }],
  roles: [{ value: 'user' }],
})
const lookUp = (name: string, endpoint: string, filter: (v: Values) => string, found: string | null): Step => ({
  name,
  request: (v) => ({ method: 'GET', path: `${endpoint}?${percentFilter(filter(v))}`, headers: { accept: '' } }),
  expect: (v) => ({
    status: 200,
    body: { Resources: found === null ? empty : exactly({ id: v(found) }) },
  }),
})
const patch = (v: Values, operation: { op: string; path?: string; value: Json }) => ({
  method: 'PATCH',
  path: `/Groups/${v('group')}`,
  body: { schemas: [PATCH_OP], Operations: [operation] },
})
const done = { status: [200, 204] }

/** Rauthy: everything is looked up by externalId first; a user's groups are read from the answer of its PUT. */
export const rauthyTrace: Trace = {
  title: 'Rauthy',
  source: 'sebadob/rauthy src/data/src/entity/clients_scim.rs and scim_types.rs',
  client: rauthy,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'reads the groups, a hundred at a time',
      request: () => ({ method: 'GET', path: '/Groups?startIndex=1&count=100' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    lookUp('looks the user up by externalId', '/Users', (v) => `externalId eq "ra-user-${v('run')}"`, null),
    lookUp('looks the user up by userName', '/Users', (v) => `userName eq "${email(v)}"`, null),
    {
      name: 'creates the user, without a family name',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'Rae') }),
      expect: (v) => ({ status: 201, body: { id: text, externalId: `ra-user-${v('run')}`, userName: email(v) } }),
      keep: { user: 'id' },
    },
    lookUp('finds the user by externalId', '/Users', (v) => `externalId eq "ra-user-${v('run')}"`, 'user'),
    {
      name: 'creates the group, whose externalId has to come back',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], externalId: `ra-group-${v('run')}`, displayName: groupName(v) },
      }),
      expect: (v) => ({ status: 201, body: { id: text, externalId: `ra-group-${v('run')}` } }),
      keep: { group: 'id' },
    },
    lookUp('finds the group by externalId', '/Groups', (v) => `externalId eq "ra-group-${v('run')}"`, 'group'),
    {
      name: 'adds the user to the group',
      request: (v) => patch(v, { op: 'add', path: 'members', value: [{ value: v('user'), display: email(v) }] }),
      expect: done,
    },
    {
      name: 'puts the user, and reads its groups from the answer',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: { ...user(v, 'Raelyn'), id: v('user') } }),
      expect: (v) => ({
        status: 200,
        body: {
          name: { givenName: 'Raelyn' },
          groups: including({ value: v('group'), display: groupName(v) }),
        },
      }),
    },
    {
      name: 'updates the group without a path',
      request: (v) =>
        patch(v, { op: 'replace', value: { displayName: groupName(v), externalId: `ra-group-${v('run')}` } }),
      expect: done,
    },
    {
      name: 'removes the user from the group by value',
      request: (v) => patch(v, { op: 'remove', path: 'members', value: [{ value: v('user') }] }),
      expect: done,
    },
    {
      name: 'the user is out',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
      expect: { status: 200, body: { members: empty } },
    },
    {
      name: 'unlinks the group with a null',
      request: (v) => patch(v, { op: 'replace', value: { displayName: groupName(v), externalId: null } }),
      expect: done,
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
