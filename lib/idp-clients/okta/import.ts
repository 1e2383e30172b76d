import { resourcesOf, valueAt, type Json } from '../json'
import { number } from '../match'
import type { Step, Trace, Values } from '../trace'
import { oktaClient } from './profile'
import { oktaGroup, oktaUser } from './users'

const idsOf = (body: Json | undefined) => resourcesOf(body).map((resource) => String(resource['id']))
const ids = (v: Values, name: string) => v(name).split(' ').filter(Boolean)

/** Steps that read every page of an endpoint and keep the ids, in order, as `name`. */
const walk = (number_: string, endpoint: string, name: string): Step => ({
  name: `1.1.g ${number_}`,
  request: (v) => ({ method: 'GET', path: `${endpoint}?startIndex=${v(`${name}At`)}&count=100` }),
  expect: (v) => ({
    status: 200,
    body: { totalResults: number, startIndex: Number(v(`${name}At`)), itemsPerPage: number },
  }),
  keep: {
    [name]: (body, v) => [...ids(v, name), ...idsOf(body)].join(' '),
    [`${name}At`]: (_body, v) => String(Number(v(`${name}At`)) + 100),
    [`${name}Total`]: (body) => String(valueAt(body, 'totalResults')),
  },
  again: (v) => Number(v(`${name}At`)) <= Number(v(`${name}Total`)),
})

/** Fails, by what it asks of a cheap read, when a walk missed or doubled a resource. */
const complete = (name: string, what: string): Step => ({
  name: `1.1.g ${what}`,
  request: (v) => {
    const all = ids(v, name)
    const total = Number(v(`${name}Total`))
    if (new Set(all).size !== total || all.length !== total)
      throw new Error(`The pages held ${all.length} rows with ${new Set(all).size} ids; totalResults is ${total}.`)
    if (name === 'again' && v('again') !== v('users')) throw new Error('A second walk came in another order.')
    return { method: 'GET', path: '/Users?count=0' }
  },
  expect: { status: 200, body: { itemsPerPage: 0 } },
})

/** "Import now": Okta reads every page of users and of groups, 100 at a time. */
export const oktaImportTrace: Trace = {
  title: 'Okta import',
  source: 'okta/okta-developer-docs reference/scim; okta-scim-test-plan-v2.xlsx C9304',
  client: oktaClient,
  values: (run) => ({
    run,
    made: '0',
    users: '',
    usersAt: '1',
    usersTotal: '0',
    again: '',
    againAt: '1',
    againTotal: '0',
    groups: '',
    groupsAt: '1',
    groupsTotal: '0',
  }),
  steps: [
    {
      name: '1.1.g 0 more than a page of users is there',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: oktaUser({
          userName: `import.${v('made')}.${v('run')}@x.example`,
          givenName: 'Import',
          familyName: `No ${v('made')}`,
          externalId: `00i${v('run')}${v('made')}`,
        }),
      }),
      expect: { status: 201 },
      keep: { made: (_body, v) => String(Number(v('made')) + 1) },
      again: (v) => Number(v('made')) < 105,
    },
    walk('1 reads users page by page', '/Users', 'users'),
    complete('users', '1 the pages held every user once'),
    walk('1 reads users again', '/Users', 'again'),
    complete('again', '1 the order was the same'),
    {
      name: '1.1.g 2 a group is there',
      request: (v) => ({ method: 'POST', path: '/Groups', body: oktaGroup(`Imported ${v('run')}`) }),
      expect: { status: 201 },
    },
    walk('2 reads groups page by page', '/Groups', 'groups'),
    complete('groups', '2 the pages held every group once'),
  ],
}
