import type { Trace, Values } from '../trace'
import { startingWith } from '../match'
import { percentFilter } from '../query'
import { oktaClient } from './profile'
import { oktaPatch, oktaUpdate, oktaUser } from './users'

const person = (v: Values) => ({
  userName: v('userName'),
  givenName: v('givenName'),
  familyName: v('familyName'),
  externalId: v('externalId'),
})
const renamed = (v: Values) => ({ ...person(v), givenName: 'Annalena' })
const read = (v: Values) => ({ method: 'GET', path: `/Users/${v('id')}` })

/** Okta's CRUD test: what the Okta organisation does to a user is visible here afterwards. */
export const oktaCrudTrace: Trace = {
  title: 'Okta CRUD test',
  source: 'okta/okta-developer-docs Okta-SCIM-20-CRUD-Test.json',
  client: oktaClient,
  values: (run) => ({
    userName: `ann.berg.${run}@atko.com`,
    givenName: 'Ann',
    familyName: 'Berg',
    externalId: `00u${run}crud`,
  }),
  steps: [
    {
      name: '1.1.b 1 the user is created and assigned in Okta',
      request: (v) => ({ method: 'POST', path: '/Users', body: oktaUser(person(v)) }),
      expect: { status: 201 },
      keep: { id: 'id' },
    },
    {
      name: '1.1.b 1 the suite finds the user by its user name',
      request: (v) => ({ method: 'GET', path: `/Users?${percentFilter(`userName eq "${v('userName')}"`)}` }),
      expect: (v) => ({
        status: 200,
        body: {
          Resources: [
            {
              id: v('id'),
              userName: v('userName'),
              emails: startingWith({ value: v('userName') }),
              name: { givenName: v('givenName'), familyName: v('familyName') },
            },
          ],
        },
      }),
    },
    {
      name: '1.1.b 2 the first name is changed in Okta',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('id')}`, body: oktaUpdate(v('id'), renamed(v)) }),
      expect: { status: 200 },
    },
    {
      name: '1.1.b 2 the suite reads the new first name',
      request: read,
      expect: { status: 200, body: { name: { givenName: 'Annalena', familyName: 'Berg' } } },
    },
    {
      name: '1.1.b 3 the account is deactivated in Okta',
      request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: oktaPatch({ active: false }) }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.1.b 3 the suite reads an inactive user',
      request: read,
      expect: { status: 200, body: { active: false } },
    },
    {
      name: '1.1.b 4 the account is activated and assigned again: Okta looks the user up',
      request: (v) => ({
        method: 'GET',
        path: `/Users?${percentFilter(`userName eq "${v('userName')}"`)}&startIndex=1&count=100`,
      }),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id'), active: false }] } }),
    },
    {
      name: '1.1.b 4 Okta updates the user it found',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('id')}`, body: oktaUpdate(v('id'), renamed(v)) }),
      expect: { status: 200, body: { active: true } },
    },
    {
      name: '1.1.b 4 the suite reads an active user under the same id',
      request: read,
      expect: (v) => ({ status: 200, body: { id: v('id'), active: true } }),
    },
    {
      name: '1.1.b 5 the app is unassigned in Okta',
      request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: oktaPatch({ active: false }) }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.1.b 5 the suite reads an inactive user, not a missing one',
      request: read,
      expect: { status: 200, body: { active: false } },
    },
  ],
}
