import { empty, exactly, text } from '../match'
import { plusFilter } from '../query'
import type { Trace, Values } from '../trace'
import { ENTERPRISE } from '../urns'
import { enterprise, entraGroup, entraMembers, entraPatch, entraUser, workEmail, type Operation } from './bodies'
import { entraClient } from './profile'

const FLAG = 'aadOptscim062020'
const patchUser = (v: Values, ...operations: Operation[]) => ({
  method: 'PATCH',
  path: `/Users/${v('id')}?${FLAG}`,
  body: entraPatch(...operations),
})

/** The same with `?aadOptscim062020` at the end of the Tenant URL: lower case, real booleans, one operation without a path. */
export const entraFlagTrace: Trace = {
  title: 'Entra user and member, with the compliance flag',
  source: 'MicrosoftDocs/entra-docs application-provisioning-config-problem-scim-compatibility.md',
  client: entraClient,
  values: (run) => ({ run, userName: `flag.${run}@x.example`, externalId: `flag-${run}`, name: `Flag ${run}` }),
  steps: [
    {
      name: '1.2.c 0 looks up with the flag on the request and a slash before the query',
      request: (v) => ({ method: 'GET', path: `/Users/?${FLAG}&${plusFilter(`userName eq "${v('userName')}"`)}` }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.2.c 0 creates with the flag on the request',
      request: (v) => ({
        method: 'POST',
        path: `//Users?${FLAG}`,
        body: entraUser({ userName: v('userName'), givenName: 'Flo', familyName: 'Aag', externalId: v('externalId') }),
      }),
      expect: { status: 201, body: { id: text, active: true } },
      keep: { id: 'id' },
    },
    {
      name: '1.2.c 1 adds in lower case',
      request: (v) => patchUser(v, { op: 'add', path: 'title', value: 'Engineer' }),
      expect: { status: [200, 204], body: { title: 'Engineer' } },
    },
    {
      name: '1.2.c 2 disables with a boolean',
      request: (v) => patchUser(v, { op: 'replace', path: 'active', value: false }),
      expect: { status: [200, 204], body: { active: false } },
    },
    {
      name: '1.2.c 2 enables with a boolean',
      request: (v) => patchUser(v, { op: 'replace', path: 'active', value: true }),
      expect: { status: [200, 204], body: { active: true } },
    },
    {
      name: '1.2.c 3 replaces several attributes in one operation without a path',
      request: (v) =>
        patchUser(
          v,
          { op: 'replace', path: workEmail, value: 'flo@x.example' },
          {
            op: 'replace',
            value: {
              displayName: 'Flo Lind',
              'name.givenName': 'Flora',
              'name.familyName': 'Lind',
              [enterprise('employeeNumber')]: '2044',
            },
          },
        ),
      expect: { status: [200, 204] },
    },
    {
      name: '1.2.c 3 every one of them is there',
      request: (v) => ({ method: 'GET', path: `/Users/${v('id')}` }),
      expect: {
        status: 200,
        body: {
          displayName: 'Flo Lind',
          name: { givenName: 'Flora', familyName: 'Lind' },
          emails: [{ type: 'work', value: 'flo@x.example' }],
          [ENTERPRISE]: { employeeNumber: '2044' },
        },
      },
    },
    {
      name: '1.2.c 4 a group with the user in it is there',
      request: (v) => ({ method: 'POST', path: '/Groups', body: entraGroup(v('name'), `flag-${v('run')}`) }),
      expect: { status: 201 },
      keep: { group: 'id' },
    },
    {
      name: '1.2.c 4 adds the member',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}?${FLAG}`,
        body: entraPatch({ op: 'add', path: 'members', value: entraMembers(v('id')) }),
      }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.2.c 4 the member is in',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('id') }) } }),
    },
    {
      name: '1.2.c 4 removes the member by a path without a value',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}?${FLAG}`,
        body: entraPatch({ op: 'remove', path: `members[value eq "${v('id')}"]` }),
      }),
      expect: { status: [200, 204] },
    },
    {
      name: '1.2.c 4 nobody is in',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
      expect: { status: 200, body: { members: empty } },
    },
    {
      name: '1.2.c 5 on-demand provisioning speaks the old dialect on the same connection',
      request: (v) => ({
        method: 'PATCH',
        path: `/Users/${v('id')}`,
        body: entraPatch({ op: 'Replace', path: 'active', value: 'False' }),
      }),
      expect: { status: [200, 204], body: { active: false } },
    },
    {
      name: '1.2.c 5 and the roll-back flag changes nothing',
      request: (v) => ({
        method: 'PATCH',
        path: `/Users/${v('id')}?AzureAdScimPatch2017`,
        body: entraPatch({ op: 'Replace', path: 'active', value: 'True' }),
      }),
      expect: { status: [200, 204], body: { active: true } },
    },
  ],
}
