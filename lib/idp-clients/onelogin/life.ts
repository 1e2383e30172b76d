import type { ClientProfile } from '../http'
import type { JsonObject } from '../json'
import { atLeast, including, text } from '../match'
import { percentFilter } from '../query'
import type { Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

// No User-Agent, as recorded.
const headers = { 'content-type': 'application/scim+json' }
const oneLogin: ClientProfile = { name: 'OneLogin', reads: headers, writes: headers }

const userName = (v: Values) => `ol.${v('run')}@x.example`
/** The template of OneLogin's SCIM v2 app, filled in. */
const user = (v: Values, familyName: string): JsonObject => ({
  active: true,
  emails: [{ value: userName(v), type: 'work', primary: true }],
  meta: { resourceType: 'User' },
  name: { familyName, givenName: 'Olga', formatted: `Olga ${familyName}` },
  userName: userName(v),
  id: null,
  schemas: [USER],
})
const lookUp = (name: string) => ({ method: 'GET', path: `/Users?${percentFilter(`userName eq "${name}"`)}` })

/** OneLogin: the calls that its documentation asks a server to answer, in the order of its example. */
export const oneLoginTrace: Trace = {
  title: 'OneLogin',
  source:
    'developers.onelogin.com/scim/implement-scim-api (calls and order), the JSON template of its SCIM v2 app (user), ' +
    'goauthentik/authentik#11249 (headers and length of a recorded PATCH); other bodies are not recorded anywhere public',
  client: oneLogin,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'connects by looking up a name that nobody has',
      request: (v) => lookUp(`nobody.${v('run')}`),
      expect: { status: [200, 404] },
    },
    {
      name: 'looks the user up',
      request: (v) => lookUp(userName(v)),
      expect: { status: [200, 404] },
    },
    {
      name: 'creates the user, with a null for its id',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'Login') }),
      expect: { status: 201, body: { id: text } },
      keep: { user: 'id' },
    },
    {
      name: 'finds the user by its name',
      request: (v) => lookUp(userName(v)),
      expect: (v) => ({ status: 200, body: { Resources: [{ id: v('user'), userName: userName(v) }] } }),
    },
    {
      name: 'reads the user',
      request: (v) => ({ method: 'GET', path: `/Users/${v('user')}` }),
      expect: (v) => ({ status: 200, body: { id: v('user'), userName: userName(v) } }),
    },
    {
      name: 'updates the user',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: { ...user(v, 'Logan'), id: v('user') } }),
      expect: { status: 200, body: { name: { familyName: 'Logan' } } },
    },
    {
      name: 'reads the groups',
      request: () => ({ method: 'GET', path: '/Groups' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: 'creates the group',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], displayName: `OneLogin ${v('run')}` },
      }),
      expect: { status: 201, body: { id: text } },
      keep: { group: 'id' },
    },
    {
      name: 'adds the user to the group',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}?`,
        body: { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'members', value: [{ value: v('user') }] }] },
      }),
      expect: { status: [200, 204] },
    },
    {
      name: 'the user is in',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
      expect: (v) => ({ status: 200, body: { members: including({ value: v('user') }) } }),
    },
    {
      name: 'deletes the user',
      request: (v) => ({ method: 'DELETE', path: `/Users/${v('user')}` }),
      expect: { status: 204 },
    },
    {
      name: 'reads the users',
      request: () => ({ method: 'GET', path: '/Users' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
  ],
}
