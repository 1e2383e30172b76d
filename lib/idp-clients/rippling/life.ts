import type { ClientProfile } from '../http'
import { atLeast, exactly, none, text } from '../match'
import { percentFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

// User-Agent and Accept are recorded nowhere public.
const rippling: ClientProfile = { name: 'Rippling', reads: {}, writes: { 'content-type': 'application/scim+json' } }

const userName = (v: Values) => `rippling.${v('run')}@x.example`
const lookUp = (v: Values) => ({
  method: 'GET',
  path: `/Users?${percentFilter(`externalId eq "${v('employee')}"`)}`,
})
const patch = (v: Values, operation: { op: string; path: string; value?: { value: string }[] }) => ({
  method: 'PATCH',
  path: `/Groups/${v('group')}`,
  body: { schemas: [PATCH_OP], Operations: [operation] },
})
const members = (name: string, held: boolean): Step => ({
  name,
  request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
  expect: (v) => ({ status: 200, body: { members: held ? exactly({ value: v('user') }) : none } }),
})

/**
 * Rippling: people are matched by externalId, groups are made and then filled by PATCH. No call is recorded anywhere
 * public: these are told by people who built a server for it, and hold what guides tell an application to support. How
 * it changes and ends a user is told by nobody, and left out.
 */
export const ripplingTrace: Trace = {
  title: 'Rippling',
  source:
    'better-auth/better-auth#10420 (look-up before a creation), valon-technologies/gestalt#3171 (a group, then PATCH of its ' +
    'members, in the forms that were built for it), workos.com/docs/integrations/rippling-scim (attributes; groups that are deleted); bodies are ours',
  client: rippling,
  values: (run) => ({ run, employee: `rippling-${run}` }),
  steps: [
    {
      name: 'looks the employee up by its externalId',
      request: lookUp,
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: 'creates the user',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          schemas: [USER],
          externalId: v('employee'),
          userName: userName(v),
          name: { givenName: 'Rita', familyName: 'Pling' },
          emails: [{ value: userName(v), type: 'work', primary: true }],
          active: true,
        },
      }),
      expect: (v) => ({ status: 201, body: { id: text, externalId: v('employee') } }),
      keep: { user: 'id' },
    },
    {
      name: 'finds the employee by its externalId',
      request: lookUp,
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: exactly({ id: v('user') }) } }),
    },
    {
      name: 'reads the groups, page by page',
      request: () => ({ method: 'GET', path: '/Groups?startIndex=1&count=100' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: 'creates the group',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], displayName: `Rippling ${v('run')}` },
      }),
      expect: { status: 201, body: { id: text } },
      keep: { group: 'id' },
    },
    {
      name: 'adds the user to the group',
      request: (v) => patch(v, { op: 'add', path: 'members', value: [{ value: v('user') }] }),
      expect: { status: [200, 204] },
    },
    members('the user is in', true),
    {
      name: 'takes the user out of the group',
      request: (v) => patch(v, { op: 'remove', path: `members[value eq "${v('user')}"]` }),
      expect: { status: [200, 204] },
    },
    members('the user is out', false),
    {
      name: 'deletes the group',
      request: (v) => ({ method: 'DELETE', path: `/Groups/${v('group')}` }),
      expect: { status: 204 },
    },
  ],
}
