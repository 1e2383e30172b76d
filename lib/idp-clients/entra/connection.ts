import { including, text, type Pattern } from '../match'
import { plusFilter } from '../query'
import type { Trace } from '../trace'
import { LIST_RESPONSE, USER } from '../urns'
import { entraClient } from './profile'

const none: Pattern = { schemas: including(LIST_RESPONSE), totalResults: 0 }

/** "Test Connection": lookups of names that nobody has, answered 200 and empty, never 404. */
export const entraConnectionTrace: Trace = {
  title: 'Entra test connection',
  source: 'MicrosoftDocs/entra-docs use-scim-to-provision-users-and-groups.md',
  client: entraClient,
  values: () => ({ guid: 'f9b1a3b2-6a30-4a63-9d9d-6dd2e6a1c0a7' }),
  steps: [
    {
      name: '1.2.a 1 looks up a random user name',
      request: (v) => ({ method: 'GET', path: `/Users?${plusFilter(`userName eq "${v('guid')}"`)}` }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.2.a 1 looks up a random user name with the prefix of the test',
      request: (v) => ({ method: 'GET', path: `/Users?${plusFilter(`userName eq "AzureAD_Test-${v('guid')}"`)}` }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.2.a 1 looks up by another matching attribute',
      request: (v) => ({ method: 'GET', path: `/Users?${plusFilter(`externalId eq "${v('guid')}"`)}` }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.2.a 2 looks up a random group name',
      request: (v) => ({
        method: 'GET',
        path: `/Groups?excludedAttributes=members&${plusFilter(`displayName eq "${v('guid')}"`)}`,
      }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.2.a 3 reads the schemas',
      request: () => ({ method: 'GET', path: '/Schemas' }),
      expect: {
        status: 200,
        body: {
          schemas: including(LIST_RESPONSE),
          Resources: including({
            id: USER,
            name: text,
            attributes: including({ name: 'userName', type: 'string', multiValued: false, required: true }),
          }),
        },
      },
    },
  ],
}
