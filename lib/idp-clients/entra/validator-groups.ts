import { absent, empty, exactly, text } from '../match'
import { quotedFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP } from '../urns'
import { entraPatch, type Operation } from './bodies'
import { entraValidator } from './profile'
import { fullUser } from './validator-user'

const read = (v: Values) => ({ method: 'GET', path: `/Groups/${v('group')}` })
const patch = (name: string, operations: (v: Values) => Operation[]): Step => ({
  name: `1.2.f ${name}`,
  request: (v) => ({ method: 'PATCH', path: `/Groups/${v('group')}`, body: entraPatch(...operations(v)) }),
  expect: { status: [200, 204] },
})
const members = (name: string, ...who: string[]): Step => ({
  name: `1.2.f ${name}`,
  request: read,
  expect: (v) => ({
    status: 200,
    body: { members: who.length === 0 ? empty : exactly(...who.map((one) => ({ value: v(one) }))) },
  }),
})
const filter = (name: string, displayName: (v: Values) => string, total: number): Step => ({
  name: `1.2.f 18 filters for ${name}`,
  request: (v) => ({
    method: 'GET',
    path: `/Groups?excludedAttributes=members&${quotedFilter(`displayName eq "${displayName(v)}"`)}`,
  }),
  expect: { status: 200, body: { totalResults: total } },
})
const user = (name: string): Step => ({
  name: `1.2.f 14 the user ${name} is there`,
  request: (v) => ({ method: 'POST', path: '/Users', body: fullUser(`${name}.${v('run')}@wisoky.example`) }),
  expect: { status: 201 },
  keep: { [name]: 'id' },
})
const create = (v: Values) => ({
  method: 'POST',
  path: '/Groups',
  body: { displayName: v('name'), externalId: `g-${v('run')}`, schemas: [GROUP] },
})

/** Microsoft's validator, groups: steps 14 to 23 and 28 to 30. */
export const validatorGroupsTrace: Trace = {
  title: 'Microsoft SCIM Validator, groups',
  source: 'pranems/SCIMServer 7653a04a scim-results-9.json',
  client: entraValidator,
  values: (run) => ({ run: `v${run}`, name: `MAZBYHK ${run}` }),
  steps: [
    user('ann'),
    user('bo'),
    {
      name: '1.2.f 14 creates a group',
      request: create,
      expect: (v) => ({ status: 201, body: { id: text, displayName: v('name'), externalId: `g-${v('run')}` } }),
      keep: { group: 'id' },
    },
    {
      name: '1.2.f 15 creates a group of the same name',
      request: create,
      expect: { status: 409, body: { scimType: 'uniqueness' } },
    },
    {
      name: '1.2.f 16 reads the group without members',
      request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}?excludedAttributes=members` }),
      expect: (v) => ({ status: 200, body: { id: v('group'), members: absent } }),
    },
    {
      name: '1.2.f 17 filters without members',
      request: (v) => ({
        method: 'GET',
        path: `/Groups?excludedAttributes=members&${quotedFilter(`displayName eq "${v('name')}"`)}`,
      }),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('group'), members: absent }] } }),
    },
    filter('a group that exists', (v) => v('name'), 1),
    filter('a group that does not exist', (v) => `none ${v('name')}`, 0),
    filter('a group in another case', (v) => v('name').toLowerCase(), 1),
    patch('19 replaces externalId without a path', (v) => [{ op: 'replace', value: { externalId: `h-${v('run')}` } }]),
    {
      name: '1.2.f 19 the new externalId is there',
      request: read,
      expect: (v) => ({ status: 200, body: { externalId: `h-${v('run')}` } }),
    },
    patch('20 replaces displayName without a path', (v) => [
      { op: 'replace', value: { displayName: `${v('name')} 2` } },
    ]),
    {
      name: '1.2.f 20 the new displayName is there',
      request: read,
      expect: (v) => ({ status: 200, body: { displayName: `${v('name')} 2` } }),
    },
    patch('21 adds a member by replacing', (v) => [{ op: 'replace', path: 'members', value: [{ value: v('ann') }] }]),
    members('21 the member is in', 'ann'),
    patch('22 replaces with two members', (v) => [
      { op: 'replace', path: 'members', value: [{ value: v('ann') }, { value: v('bo') }] },
    ]),
    patch('22 removes one of them', (v) => [{ op: 'remove', path: `members[value eq "${v('ann')}"]` }]),
    members('22 the other one stays', 'bo'),
    patch('28 adds then removes one member', (v) => [
      { op: 'add', path: 'members', value: [{ value: v('ann') }] },
      { op: 'remove', path: `members[value eq "${v('ann')}"]` },
    ]),
    members('28 that one is no member', 'bo'),
    { name: '1.2.f 23 deletes the group', request: (v) => ({ ...read(v), method: 'DELETE' }), expect: { status: 204 } },
    { name: '1.2.f 23 the group is gone', request: read, expect: { status: 404 } },
    {
      name: '1.2.f 29 deletes a group that never was',
      request: () => ({ method: 'DELETE', path: '/Groups/2b0fd2ea-1f11-4a29-a9ce-7f22b9a5f1ab' }),
      expect: { status: 404 },
    },
    {
      name: '1.2.f 30 deletes the group a second time',
      request: (v) => ({ ...read(v), method: 'DELETE' }),
      expect: { status: 404 },
    },
  ],
}
