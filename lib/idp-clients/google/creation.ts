import type { ClientProfile } from '../http'
import { atLeast, text } from '../match'
import { percentFilter } from '../query'
import type { Trace, Values } from '../trace'
import { USER } from '../urns'

// A media type that other servers refuse, also on what has no body: pond/scimitar#142.
const headers = { 'user-agent': 'Google-Auto-Provisioning', 'content-type': 'application/json' }
const google: ClientProfile = { name: 'Google Workspace', reads: headers, writes: headers }

const userName = (v: Values) => `google.${v('run')}@x.example`
const lookUp = (v: Values) => ({
  method: 'GET',
  path: `/Users?${percentFilter(`userName eq "${userName(v)}"`)}&startIndex=1`,
})

/**
 * Google Workspace's automated provisioning: users alone, and the name of SCIM 1's schema beside that of SCIM 2. How it
 * changes and deletes a user is recorded nowhere public, so that the conversation ends before.
 */
export const googleTrace: Trace = {
  title: 'Google Workspace',
  source: 'grokability/snipe-it#12642 (recorded calls and body), pond/scimitar#142 (recorded headers)',
  client: google,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'connects by reading the users',
      request: () => ({ method: 'GET', path: '/Users' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: 'looks the user up',
      request: lookUp,
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: 'creates the user, with a schema of SCIM 1',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          schemas: ['urn:scim:schemas:core:1.0', USER],
          userName: userName(v),
          emails: [{ primary: true, value: userName(v), type: 'work' }],
          displayName: 'Gina Oogle',
          name: { givenName: 'Gina', familyName: 'Oogle' },
          active: true,
        },
      }),
      expect: { status: 201, body: { id: text, active: true, displayName: 'Gina Oogle' } },
      keep: { user: 'id' },
    },
    {
      name: 'finds the user by its name',
      request: lookUp,
      expect: (v) => ({
        status: 200,
        body: { totalResults: 1, Resources: [{ id: v('user'), userName: userName(v), active: true }] },
      }),
    },
  ],
}
