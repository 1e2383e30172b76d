import type { Trace, Values } from '../trace'
import { absent, text } from '../match'
import { percentFilter } from '../query'
import { USER } from '../urns'
import { oktaClient } from './profile'
import { oktaPatch, oktaUpdate, oktaUser } from './users'

const person = (v: Values) => ({
  userName: v('userName'),
  givenName: 'Ann',
  familyName: 'Berg',
  externalId: v('externalId'),
})
const married = (v: Values) => ({ ...person(v), familyName: 'Berg-Nilsen' })
const lookUp = (v: Values) => ({
  method: 'GET',
  path: `/Users?${percentFilter(`userName eq "${v('userName')}"`)}&startIndex=1&count=100`,
})
const read = (v: Values) => ({ method: 'GET', path: `/Users/${v('id')}` })
const readActive = (active: boolean) => (v: Values) => ({ status: 200, body: { id: v('id'), active } })
const values = (run: string) => ({ userName: `ann.berg.${run}@x.example`, externalId: `00u${run}life` })

/** A user's life as an Okta Integration Network app sends it: assign, update, deactivate with PATCH, come back. */
export const oktaLifeTrace: Trace = {
  title: 'Okta user, app from the Integration Network',
  source: 'okta/okta-developer-docs reference/scim; better-auth#11111; Delinea endpoint reference',
  client: oktaClient,
  values,
  steps: [
    {
      name: '1.1.d 1 looks the user up and finds nobody',
      request: lookUp,
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.1.d 2 creates the user with an empty groups list and a placeholder password',
      request: (v) => ({ method: 'POST', path: '/Users', body: oktaUser(person(v)) }),
      expect: (v) => ({
        status: 201,
        body: {
          schemas: [USER],
          id: text,
          externalId: v('externalId'),
          userName: v('userName'),
          name: { givenName: 'Ann', familyName: 'Berg' },
          displayName: 'Ann Berg',
          locale: 'en-US',
          emails: [{ primary: true, value: v('userName'), type: 'work' }],
          active: true,
          password: absent,
          meta: { resourceType: 'User', created: text, lastModified: text, location: text },
        },
      }),
      keep: { id: 'id' },
    },
    {
      name: '1.1.d 2 creates a user with a custom attribute and without externalId',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          schemas: [USER],
          userName: `custom.${v('userName')}`,
          name: { givenName: 'Cus', familyName: 'Tom' },
          emails: [{ primary: true, value: `custom.${v('userName')}`, type: 'work' }],
          badgeNumber: 'B-1174',
          active: true,
        },
      }),
      expect: { status: 201 },
    },
    {
      name: '1.1.d 3 creates the user again',
      request: (v) => ({ method: 'POST', path: '/Users', body: oktaUser(person(v)) }),
      expect: { status: 409, body: { scimType: 'uniqueness' } },
    },
    {
      name: '1.1.d 3 looks the user up and links to the one it finds',
      request: lookUp,
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id') }] } }),
      keep: { id: 'Resources.0.id' },
    },
    { name: '1.1.e 1 reads the user before an update', request: read, expect: readActive(true) },
    {
      name: '1.1.e 2 puts the changed profile with id, meta and groups echoed',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('id')}`, body: oktaUpdate(v('id'), married(v)) }),
      expect: (v) => ({
        status: 200,
        body: { id: v('id'), name: { givenName: 'Ann', familyName: 'Berg-Nilsen' }, active: true },
      }),
    },
    {
      name: '1.1.f 1 deactivates without a path',
      request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: oktaPatch({ active: false }) }),
      expect: { status: [200, 204], body: { active: false } },
    },
    { name: '1.1.f 1 the user is kept as inactive', request: read, expect: readActive(false) },
    {
      name: '1.1.e 2 puts an inactive user without active, which stays inactive',
      request: (v) => ({
        method: 'PUT',
        path: `/Users/${v('id')}`,
        body: (({ active: _left, ...rest }) => rest)(oktaUpdate(v('id'), married(v))),
      }),
      expect: { status: 200, body: { active: false } },
      ours: 'what a PUT leaves out may be cleared or given a default (RFC 7644 §3.5.1)',
    },
    {
      name: '1.1.f 3 reactivates without a path',
      request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: oktaPatch({ active: true }) }),
      expect: { status: [200, 204], body: { active: true } },
    },
    { name: '1.1.f 3 the user is active again', request: read, expect: readActive(true) },
    {
      name: '1.1.f 3 the account is deactivated in Okta, which drops its link',
      request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: oktaPatch({ active: false }) }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.1.f 3 the account is activated: the lookup finds the inactive user',
      request: lookUp,
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id'), active: false }] } }),
    },
    {
      name: '1.1.f 3 or Okta posts at once with the same externalId, and the same user comes back',
      request: (v) => ({ method: 'POST', path: '/Users', body: oktaUser(person(v)) }),
      expect: readActiveAgain,
      ours: '409 uniqueness is right as well (RFC 7644 §3.3)',
    },
    {
      name: '1.1.f 3 the user that came back is active',
      request: read,
      expect: readActive(true),
      ours: 'it depends on the step before',
    },
  ],
}

function readActiveAgain(v: Values) {
  return { status: 201, body: { id: v('id'), active: true, userName: v('userName') } }
}

/** Deactivation and return as an app of the App Integration Wizard sends them: with PUT. */
export const oktaWizardLifeTrace: Trace = {
  title: 'Okta user, app from the App Integration Wizard',
  source: 'okta/okta-developer-docs reference/scim',
  client: oktaClient,
  values: (run) => values(`aiw${run}`),
  steps: [
    {
      name: '1.1.d 2 creates the user (wizard app)',
      request: (v) => ({ method: 'POST', path: '/Users', body: oktaUser(person(v)) }),
      expect: { status: 201 },
      keep: { id: 'id' },
    },
    {
      name: '1.1.f 2 deactivates with PUT',
      request: (v) => ({
        method: 'PUT',
        path: `/Users/${v('id')}`,
        body: { ...oktaUpdate(v('id'), person(v)), active: false },
      }),
      expect: { status: 200, body: { active: false } },
    },
    { name: '1.1.f 2 the user is kept as inactive (wizard app)', request: read, expect: readActive(false) },
    {
      name: '1.1.f 3 reactivates with PUT',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('id')}`, body: oktaUpdate(v('id'), person(v)) }),
      expect: { status: 200, body: { active: true } },
    },
    { name: '1.1.f 3 the user is active again (wizard app)', request: read, expect: readActive(true) },
  ],
}
