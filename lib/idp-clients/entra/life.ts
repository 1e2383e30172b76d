import { valueAt } from '../json'
import { absent, including, Matcher, number, text, type Pattern } from '../match'
import { plusFilter } from '../query'
import type { Expected, Step, Trace, Values } from '../trace'
import { ENTERPRISE, PATCH_OP, USER } from '../urns'
import { enterprise, entraPatch, entraUser, workEmail, type Operation } from './bodies'
import { entraClient } from './profile'

const person = (v: Values) => ({
  userName: v('userName'),
  givenName: 'Ann',
  familyName: 'Aasen',
  externalId: v('externalId'),
})
const lookUp = (filter: string) => ({ method: 'GET', path: `/Users?${plusFilter(filter)}` })
const read = (v: Values) => ({ method: 'GET', path: `/Users/${v('id')}` })
const manager = (v: Values): Pattern => ({ [ENTERPRISE]: { manager: { value: v('boss') } } })
const noManager: Pattern = {
  schemas: including(USER),
  [ENTERPRISE]: new Matcher('without manager', (value) => absent.fits(valueAt(value, 'manager'))),
}

/** A PATCH of the user, and what a read of it shows afterwards. */
const patch = (
  what: string,
  operations: Operation[] | ((v: Values) => Operation[]),
  afterwards: Pattern | ((v: Values) => Pattern),
): Step[] => [
  {
    name: `1.2.b ${what}`,
    request: (v) => ({
      method: 'PATCH',
      path: `/Users/${v('id')}`,
      body: entraPatch(...(typeof operations === 'function' ? operations(v) : operations)),
    }),
    expect: (v) => ({ status: [200, 204], body: shown(afterwards, v) }),
  },
  {
    name: `1.2.b ${what}: it is there`,
    request: read,
    expect: (v): Expected => ({ status: 200, body: shown(afterwards, v) }),
  },
]
const shown = (pattern: Pattern | ((v: Values) => Pattern), v: Values) =>
  typeof pattern === 'function' ? pattern(v) : pattern

/** A user's life as a default custom app of Entra sends it: capital operations, booleans as strings. */
export const entraLifeTrace: Trace = {
  title: 'Entra user, without the compliance flag',
  source: 'MicrosoftDocs/entra-docs use-scim-to-provision-users-and-groups.md; onyx PR#14074',
  client: entraClient,
  values: (run) => ({ run, userName: `ann.aasen.${run}@x.example`, externalId: `entra-${run}` }),
  steps: [
    {
      name: '1.2.b 1 looks the user up and finds nobody',
      request: (v) => lookUp(`userName eq "${v('userName')}"`),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.2.b 2 creates the user with meta, empty roles and a listed but empty extension',
      request: (v) => ({ method: 'POST', path: '/Users', body: entraUser(person(v)) }),
      expect: (v) => ({
        status: 201,
        body: {
          id: text,
          userName: v('userName'),
          externalId: v('externalId'),
          active: true,
          emails: [{ primary: true, type: 'work', value: v('userName') }],
          name: { formatted: 'Ann Aasen', familyName: 'Aasen', givenName: 'Ann' },
          meta: { resourceType: 'User', created: text, lastModified: text, location: text },
        },
      }),
      keep: { id: 'id' },
    },
    {
      name: '1.2.b 2 creates a user with nulls, and the schema of an older job',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          ...entraUser({ ...person(v), userName: `boss.${v('userName')}`, externalId: `boss-${v('run')}` }),
          schemas: [USER, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User'],
          displayName: null,
          nickName: null,
          phoneNumbers: null,
        },
      }),
      expect: {
        status: 201,
        body: { id: text, active: true, displayName: absent, nickName: absent, phoneNumbers: absent },
      },
      keep: { boss: 'id' },
    },
    ...[
      ['userName', (v: Values) => `userName eq "${v('userName')}"`],
      ['externalId', (v: Values) => `externalId eq "${v('externalId')}"`],
      ['work e-mail', (v: Values) => `emails[type eq "work"].value eq "${v('userName')}"`],
    ].map(([what, filter]): Step => ({
      name: `1.2.b 1 finds the user by ${what as string}`,
      request: (v) => lookUp((filter as (v: Values) => string)(v)),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id') }] } }),
    })),
    { name: '1.2.b 3 reads the user', request: read, expect: (v) => ({ status: 200, body: { id: v('id') } }) },
    {
      name: '1.2.b 3 reads a user that does not exist',
      request: () => ({ method: 'GET', path: '/Users/7171a8b8-6b1f-4d8c-8c3d-2b4a11b1b0de' }),
      expect: { status: 404 },
    },
    ...patch(
      '4 replaces the work e-mail and the family name',
      [
        { op: 'Replace', path: workEmail, value: 'b@x.example' },
        { op: 'Replace', path: 'name.familyName', value: 'Berg' },
      ],
      {
        emails: [{ type: 'work', value: 'b@x.example', primary: true }],
        name: { familyName: 'Berg', givenName: 'Ann' },
      },
    ),
    ...patch('4 all e-mails are removed', [{ op: 'Remove', path: 'emails' }], { emails: absent }),
    ...patch(
      '4 replaces a work e-mail that is not there, which creates it',
      [{ op: 'Replace', path: workEmail, value: 'c@x.example' }],
      { emails: [{ type: 'work', value: 'c@x.example' }] },
    ),
    ...patch(
      '5 replaces the user name',
      (v) => [{ op: 'Replace', path: 'userName', value: `new.${v('userName')}` }],
      (v) => ({ userName: `new.${v('userName')}` }),
    ),
    ...patch('6 adds a nickname', [{ op: 'Add', path: 'nickName', value: 'Babs' }], { nickName: 'Babs' }),
    ...patch(
      '7 changes many attributes at once',
      (v) => [
        { op: 'Replace', path: 'displayName', value: 'Ann Dahl' },
        { op: 'Replace', path: workEmail, value: 'd@x.example' },
        { op: 'Replace', path: 'name.givenName', value: 'Anna' },
        { op: 'Replace', path: 'name.familyName', value: 'Dahl' },
        { op: 'Replace', path: 'externalId', value: `changed-${v('run')}` },
        { op: 'Add', path: enterprise('employeeNumber'), value: '1174' },
      ],
      (v) => ({
        displayName: 'Ann Dahl',
        emails: [{ type: 'work', value: 'd@x.example' }],
        name: { givenName: 'Anna', familyName: 'Dahl' },
        externalId: `changed-${v('run')}`,
        [ENTERPRISE]: { employeeNumber: '1174' },
      }),
    ),
    {
      name: '1.2.b 8 asks whether the manager is set: not yet',
      request: (v) => ({
        method: 'GET',
        path: `/Users?${plusFilter(`id eq "${v('id')}" and manager eq "${v('boss')}"`)}&attributes=id`,
      }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    ...patch(
      '8 adds the manager as an array',
      (v) => [
        {
          op: 'Add',
          path: enterprise('manager'),
          value: [{ $ref: `https://x.example/Users/${v('boss')}`, value: v('boss') }],
        },
      ],
      manager,
    ),
    {
      name: '1.2.b 8 asks whether the manager is set: it is',
      request: (v) => ({
        method: 'GET',
        path: `/Users?${plusFilter(`id eq "${v('id')}" and manager eq "${v('boss')}"`)}&attributes=id`,
      }),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id'), userName: absent }] } }),
    },
    ...patch(
      '8 removes the manager with an empty value inside',
      [{ op: 'Replace', path: enterprise('manager'), value: { value: '' } }],
      noManager,
    ),
    ...patch(
      '8 adds the manager as bare text',
      (v) => [{ op: 'Add', path: enterprise('manager'), value: v('boss') }],
      manager,
    ),
    ...patch(
      '8 removes the manager with empty text',
      [{ op: 'Replace', path: enterprise('manager'), value: '' }],
      noManager,
    ),
    ...patch(
      '8 adds the manager as an object',
      (v) => [{ op: 'Add', path: enterprise('manager'), value: { value: v('boss') } }],
      manager,
    ),
    ...patch('8 removes the manager with Remove', [{ op: 'Remove', path: enterprise('manager') }], noManager),
    ...patch('9 disables with the text "False"', [{ op: 'Replace', path: 'active', value: 'False' }], {
      active: false,
    }),
    {
      name: '1.2.b 1 finds the disabled user as well',
      request: (v) => lookUp(`userName eq "new.${v('userName')}"`),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('id'), active: false }] } }),
    },
    ...patch('11 enables with the text "True"', [{ op: 'Replace', path: 'active', value: 'True' }], { active: true }),
    {
      name: '1.2.b 9 disables with operations before schemas and a boolean',
      request: (v) => ({
        method: 'PATCH',
        path: `/Users/${v('id')}`,
        body: { Operations: [{ op: 'Replace', path: 'active', value: false }], schemas: [PATCH_OP] },
      }),
      expect: { status: [200, 204], body: { active: false } },
    },
    ...patch(
      '10 renames to the tombstone before deleting',
      (v) => [
        { op: 'Replace', path: 'active', value: 'False' },
        { op: 'Replace', path: 'userName', value: `0f9c2f0f4cb24c4f9d7c3b5a1f2e3d4c${v('userName')}` },
      ],
      (v) => ({ active: false, userName: `0f9c2f0f4cb24c4f9d7c3b5a1f2e3d4c${v('userName')}` }),
    ),
    {
      name: '1.2.b 10 the old name is free',
      request: (v) => lookUp(`userName eq "new.${v('userName')}"`),
      expect: { status: 200, body: { totalResults: 0, startIndex: number } },
    },
    {
      name: '1.2.b 10 deletes the user',
      request: (v) => ({ method: 'DELETE', path: `/Users/${v('id')}` }),
      expect: { status: 204 },
    },
    { name: '1.2.b 10 the user is gone', request: read, expect: { status: 404 } },
  ],
}
