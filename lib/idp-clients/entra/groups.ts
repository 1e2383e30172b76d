import { absent, empty, exactly, text } from '../match'
import { plusFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { entraGroup, entraMembers, entraPatch, entraUser, type Operation } from './bodies'
import { entraClient } from './profile'

const patch = (v: Values, ...operations: Operation[]) => ({
  method: 'PATCH',
  path: `/Groups/${v('group')}`,
  body: entraPatch(...operations),
})
// Entra's documentation shows 204, and takes 200 as well.
const done = { status: [200, 204] }
const members = (name: string, ...who: string[]): Step => ({
  name: `1.2.d ${name}`,
  request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
  expect: (v) => ({
    status: 200,
    body: { members: who.length === 0 ? empty : exactly(...who.map((one) => ({ value: v(one) }))) },
  }),
})
const isMember = (name: string, who: string, total: number): Step => ({
  name: `1.2.d 7 ${name}`,
  request: (v) => ({
    method: 'GET',
    path: `/Groups?${plusFilter(`id eq "${v('group')}" and members eq "${v(who)}"`)}&attributes=id`,
  }),
  expect: { status: 200, body: { totalResults: total } },
})

/** Groups as Entra sends them: made empty, never read with members, changed member by member. */
export const entraGroupTrace: Trace = {
  title: 'Entra groups',
  source: 'MicrosoftDocs/entra-docs use-scim-to-provision-users-and-groups.md',
  client: entraClient,
  values: (run) => ({ run, name: `Eng ${run}` }),
  steps: [
    ...['ann', 'bo', 'cy'].map((name): Step => ({
      name: `1.2.d 0 the user ${name} is there`,
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: entraUser({
          userName: `${name}.d.${v('run')}@x.example`,
          givenName: name,
          familyName: 'Group',
          externalId: `d-${name}-${v('run')}`,
        }),
      }),
      expect: { status: 201 },
      keep: { [name]: 'id' },
    })),
    {
      name: '1.2.d 1 looks the group up by name',
      request: (v) => ({
        method: 'GET',
        path: `/Groups?excludedAttributes=members&${plusFilter(`displayName eq "${v('name')}"`)}`,
      }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.2.d 2 creates the group with a schema of its own',
      request: (v) => ({ method: 'POST', path: '/Groups', body: entraGroup(v('name'), `g-${v('run')}`) }),
      expect: (v) => ({
        status: 201,
        body: { id: text, displayName: v('name'), externalId: `g-${v('run')}`, members: empty },
      }),
      keep: { group: 'id' },
    },
    {
      name: '1.2.d 3 reads the group without members',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}?excludedAttributes=members` }),
      expect: (v) => ({ status: 200, body: { id: v('group'), displayName: v('name'), members: absent } }),
    },
    {
      name: '1.2.d 4 renames the group',
      request: (v) => patch(v, { op: 'Replace', path: 'displayName', value: `${v('name')} all` }),
      expect: done,
    },
    {
      name: '1.2.d 5 adds a member',
      request: (v) => patch(v, { op: 'Add', path: 'members', value: entraMembers(v('ann')) }),
      expect: done,
    },
    members('5 the member is in', 'ann'),
    {
      name: '1.2.d 5 adds several members in several operations',
      request: (v) =>
        patch(
          v,
          { op: 'Add', path: 'members', value: entraMembers(v('ann'), v('bo')) },
          { op: 'Add', path: 'members', value: entraMembers(v('cy')) },
        ),
      expect: done,
    },
    members('5 all are in, nobody twice', 'ann', 'bo', 'cy'),
    isMember('asks whether one is a member: yes', 'bo', 1),
    {
      name: '1.2.d 6 removes a member by value',
      request: (v) => patch(v, { op: 'Remove', path: 'members', value: entraMembers(v('bo')) }),
      expect: done,
    },
    members('6 only that member went', 'ann', 'cy'),
    isMember('asks whether one is a member: no', 'bo', 0),
    {
      name: '1.2.d 6 removes a member by value without $ref',
      request: (v) => patch(v, { op: 'Remove', path: 'members', value: [{ value: v('cy') }] }),
      expect: done,
    },
    members('6 only that member went (without $ref)', 'ann'),
    {
      name: '1.2.d 8 deletes the group',
      request: (v) => ({ method: 'DELETE', path: `/Groups/${v('group')}` }),
      expect: { status: 204 },
    },
    {
      name: '1.2.d 8 the group is gone',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
      expect: { status: 404 },
    },
  ],
}
