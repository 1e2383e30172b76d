import { absent, including, text, type Pattern } from '../match'
import { quotedFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { ENTERPRISE, LIST_RESPONSE, USER } from '../urns'
import { enterprise, entraPatch, type Operation } from './bodies'
import { entraValidator } from './profile'
import { everyAttribute, everyAttributeShown, fullUser } from './validator-user'

const lookUp = (userName: string) => ({ method: 'GET', path: `/Users?${quotedFilter(`userName eq "${userName}"`)}` })
const read = (v: Values) => ({ method: 'GET', path: `/Users/${v('id')}` })
const found = (pattern: Pattern): Pattern => ({
  schemas: including(LIST_RESPONSE),
  totalResults: 1,
  Resources: [pattern],
})
const patch = (name: string, operations: (v: Values) => Operation[], afterwards: (v: Values) => Pattern): Step[] => [
  {
    name: `1.2.f ${name}`,
    request: (v) => ({ method: 'PATCH', path: `/Users/${v('id')}`, body: entraPatch(...operations(v)) }),
    expect: (v) => ({ status: [200, 204], body: afterwards(v) }),
  },
  { name: `1.2.f ${name}: read back`, request: read, expect: (v) => ({ status: 200, body: afterwards(v) }) },
]
const manager = enterprise('manager')

/** Microsoft's validator, users: steps 1 to 13 and 24 to 27. */
export const validatorUsersTrace: Trace = {
  title: 'Microsoft SCIM Validator, users',
  source: 'pranems/SCIMServer 7653a04a scim-results-9.json',
  client: entraValidator,
  values: (run) => ({ run, userName: `jerald_${run}@wisoky.example`, other: `lou_${run}@wisoky.example` }),
  steps: [
    {
      name: '1.2.f 1 creates a user with every attribute',
      request: (v) => ({ method: 'POST', path: '/Users', body: fullUser(v('userName')) }),
      expect: (v) => ({
        status: 201,
        body: { id: text, userName: v('userName'), ...(everyAttributeShown('') as object) },
      }),
      keep: { id: 'id' },
    },
    {
      name: '1.2.f 1 reads it by filter, every attribute equal',
      request: (v) => lookUp(v('userName')),
      expect: (v) => ({ status: 200, body: found({ id: v('id'), ...(everyAttributeShown('') as object) }) }),
    },
    {
      name: '1.2.f 2 creates it again',
      request: (v) => ({ method: 'POST', path: '/Users', body: fullUser(v('userName')) }),
      expect: { status: 409, body: { scimType: 'uniqueness' } },
    },
    {
      name: '1.2.f 3 filters for a user that exists',
      request: (v) => lookUp(v('userName')),
      expect: (v) => ({ status: 200, body: found({ id: v('id') }) }),
    },
    {
      name: '1.2.f 4 filters for a user that does not exist',
      request: (v) => lookUp(`nonexistent${v('run')}`),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.2.f 5 filters in capitals',
      request: (v) => lookUp(v('userName').toUpperCase()),
      expect: (v) => ({ status: 200, body: found({ id: v('id'), userName: v('userName') }) }),
    },
    ...patch(
      '6 replaces every attribute in one request',
      () => everyAttribute('replace', 'R'),
      () => everyAttributeShown('R'),
    ),
    {
      name: '1.2.f 7 creates a user with a user name alone',
      request: (v) => ({ method: 'POST', path: '/Users', body: { userName: v('other'), schemas: [USER, ENTERPRISE] } }),
      expect: { status: 201 },
      keep: { full: 'id', id: 'id' },
    },
    ...patch(
      '7 adds every attribute in one request',
      () => everyAttribute('add', 'A'),
      () => everyAttributeShown('A'),
    ),
    ...patch(
      '8 replaces the user name without a path',
      (v) => [{ op: 'replace', value: { userName: `renamed_${v('other')}` } }],
      (v) => ({ userName: `renamed_${v('other')}` }),
    ),
    ...patch(
      '9 disables',
      () => [{ op: 'replace', path: 'active', value: false }],
      () => ({ active: false }),
    ),
    {
      name: '1.2.f 9 still finds the disabled user',
      request: (v) => lookUp(`renamed_${v('other')}`),
      expect: (v) => ({ status: 200, body: found({ id: v('id'), active: false }) }),
    },
    ...patch(
      '10 adds a manager as an object',
      () => [{ op: 'add', path: manager, value: { value: 'PNMCIAQ' } }],
      () => ({ [ENTERPRISE]: { manager: { value: 'PNMCIAQ' } } }),
    ),
    ...patch(
      '10 adds a manager as bare text, as newer runs do',
      () => [{ op: 'add', path: manager, value: 'RZXJLHR' }],
      () => ({ [ENTERPRISE]: { manager: { value: 'RZXJLHR' } } }),
    ),
    ...patch(
      '11 replaces the manager',
      () => [{ op: 'replace', path: manager, value: { value: 'QVUGATL' } }],
      () => ({ [ENTERPRISE]: { manager: { value: 'QVUGATL' } } }),
    ),
    ...patch(
      '12 removes the manager with an empty value',
      () => [{ op: 'replace', path: manager, value: { value: '' } }],
      () => ({ [ENTERPRISE]: { manager: absent } }),
    ),
    ...patch(
      '24 changes different attributes with different operations',
      () => [
        { op: 'add', path: 'displayName', value: 'WQRUPZS' },
        { op: 'replace', path: 'title', value: 'EVXSYAL' },
      ],
      () => ({ displayName: 'WQRUPZS', title: 'EVXSYAL' }),
    ),
    ...patch(
      '25 changes one attribute several times, in order',
      () => [
        { op: 'remove', path: 'displayName' },
        { op: 'add', path: 'displayName', value: 'first' },
        { op: 'replace', path: 'displayName', value: 'last' },
      ],
      () => ({ displayName: 'last' }),
    ),
    { name: '1.2.f 13 deletes the user', request: (v) => ({ ...read(v), method: 'DELETE' }), expect: { status: 204 } },
    { name: '1.2.f 13 the user is gone', request: read, expect: { status: 404 } },
    {
      name: '1.2.f 26 deletes a user that never was',
      request: () => ({ method: 'DELETE', path: '/Users/2b0fd2ea-1f11-4a29-a9ce-7f22b9a5f1ab' }),
      expect: { status: 404 },
    },
    {
      name: '1.2.f 27 deletes the user a second time',
      request: (v) => ({ ...read(v), method: 'DELETE' }),
      expect: { status: 404 },
    },
  ],
}
