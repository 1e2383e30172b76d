import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'
import { readUser } from './read-user'

const schemas = [USER_URN]

function read(body: JsonObject, registry = sharedRegistry) {
  const { document, activeSent, notes } = readUser(registry, { schemas, ...body })
  return { document, activeSent, codes: notes.map((note) => note.code) }
}

describe('what a body becomes', () => {
  const cases: [rule: string, body: JsonObject, document: JsonObject, codes?: string[]][] = [
    [
      'names in any case, canonical spelling',
      { USERNAME: 'a', Name: { GIVENNAME: 'A' } },
      { userName: 'a', active: true, name: { givenName: 'A' } },
      [],
    ],
    ['case and blanks of values are kept', { userName: ' Ann@X ' }, { userName: ' Ann@X ', active: true }, []],
    [
      'null, [] and {} are no value',
      { userName: 'a', title: null, emails: [], name: {}, phoneNumbers: [null, {}] },
      { userName: 'a', active: true },
      [],
    ],
    [
      '"" is a value',
      { userName: 'a', name: { middleName: '' } },
      { userName: 'a', active: true, name: { middleName: '' } },
      [],
    ],
    [
      'id, meta, groups and password are ignored (Okta)',
      { userName: 'a', id: 'x', meta: { resourceType: 'User' }, groups: [], password: 'p' },
      { userName: 'a', active: true },
      [],
    ],
    [
      'booleans as text (Entra)',
      { userName: 'a', active: 'False', roles: [{ primary: 'True', value: 'r' }] },
      { userName: 'a', active: false, roles: [{ primary: true, value: 'r' }] },
      ['boolean-strings', 'boolean-strings'],
    ],
    ['active null is not sent', { userName: 'a', active: null }, { userName: 'a', active: true }, ['active-unchanged']],
    [
      'unknown attributes are ignored',
      { userName: 'a', shoeSize: 4, name: { nick: 'x' }, ['__proto__x']: 1, constructor: 'x' },
      { userName: 'a', active: true },
      ['unknown-attribute', 'unknown-attribute', 'unknown-attribute', 'unknown-attribute'],
    ],
    [
      'extension under its URN in any case',
      { userName: 'a', [ENT.toUpperCase()]: { DEPARTMENT: 'D' } },
      { userName: 'a', active: true, [ENT]: { department: 'D' } },
      [],
    ],
    ['an empty extension is none', { userName: 'a', [ENT]: { department: null } }, { userName: 'a', active: true }, []],
    [
      'bare extension names',
      { userName: 'a', department: 'D' },
      { userName: 'a', active: true, [ENT]: { department: 'D' } },
      ['bare-extension-names'],
    ],
    [
      'qualified keys',
      { userName: 'a', 'name.givenName': 'A', [`${ENT}:employeeNumber`]: '7', 'emails.value': 'e' },
      {
        userName: 'a',
        active: true,
        name: { givenName: 'A' },
        [ENT]: { employeeNumber: '7' },
        emails: [{ value: 'e' }],
      },
      ['qualified-keys', 'qualified-keys', 'qualified-keys'],
    ],
    [
      'a qualified key beside its object',
      { userName: 'a', name: { familyName: 'B' }, 'name.givenName': 'A' },
      { userName: 'a', active: true, name: { familyName: 'B', givenName: 'A' } },
    ],
    [
      'the malformed URN of old Entra jobs',
      { userName: 'a', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User': { department: 'D' } },
      { userName: 'a', active: true, [ENT]: { department: 'D' } },
      ['legacy-urns'],
    ],
    [
      'manager as text',
      { userName: 'a', [ENT]: { manager: 'm' } },
      { userName: 'a', active: true, [ENT]: { manager: { value: 'm' } } },
      ['manager-forms'],
    ],
    [
      'manager as list',
      { userName: 'a', [ENT]: { manager: [{ value: 'm' }] } },
      { userName: 'a', active: true, [ENT]: { manager: { value: 'm' } } },
      ['manager-forms'],
    ],
    [
      'manager by $ref alone',
      { userName: 'a', [ENT]: { manager: { $ref: '../Users/m' } } },
      { userName: 'a', active: true, [ENT]: { manager: { value: 'm' } } },
      ['manager-forms'],
    ],
    ['manager ""', { userName: 'a', [ENT]: { manager: '' } }, { userName: 'a', active: true }, []],
    ['manager {value: ""}', { userName: 'a', [ENT]: { manager: { value: '' } } }, { userName: 'a', active: true }, []],
    [
      "display name and $ref of a manager are not the client's",
      { userName: 'a', [ENT]: { manager: { value: 'm', displayName: 'M', $ref: 'https://evil' } } },
      { userName: 'a', active: true, [ENT]: { manager: { value: 'm' } } },
      [],
    ],
    [
      'one object for a list',
      { userName: 'a', emails: { value: 'e' } },
      { userName: 'a', active: true, emails: [{ value: 'e' }] },
      ['single-for-list'],
    ],
    [
      'bare values',
      { userName: 'a', emails: ['e'] },
      { userName: 'a', active: true, emails: [{ value: 'e' }] },
      ['bare-values'],
    ],
    [
      'equal values come once',
      { userName: 'a', emails: [{ value: 'e' }, { value: 'e' }] },
      { userName: 'a', active: true, emails: [{ value: 'e' }] },
      [],
    ],
    [
      'the first primary wins',
      {
        userName: 'a',
        emails: [
          { value: '1', primary: true },
          { value: '2', primary: true },
        ],
      },
      {
        userName: 'a',
        active: true,
        emails: [
          { value: '1', primary: true },
          { value: '2', primary: false },
        ],
      },
      ['several-primaries'],
    ],
    [
      'types that are not canonical are kept',
      { userName: 'a', emails: [{ value: 'e', type: 'Ski-Hut' }] },
      { userName: 'a', active: true, emails: [{ value: 'e', type: 'Ski-Hut' }] },
      [],
    ],
    [
      'foreign schemas are no error (Entra)',
      { userName: 'a', schemas: [USER_URN, 'http://schemas.microsoft.com/x', ENT] },
      { userName: 'a', active: true },
      ['unknown-schema'],
    ],
    ['schemas may be missing', { userName: 'a', schemas: null }, { userName: 'a', active: true }, ['missing-schemas']],
    [
      'a name sent twice in other case',
      { userName: 'a', username: 'b' },
      { userName: 'b', active: true },
      ['repeated-attribute'],
    ],
    [
      'a profileUrl that is no URL',
      { userName: 'a', profileUrl: 'nonsense' },
      { userName: 'a', active: true, profileUrl: 'nonsense' },
      [],
    ],
  ]
  test.each(cases)('%s', (_rule, body, document, codes) => {
    const result = read(body)
    expect(result.document).toEqual(document)
    if (codes) expect(result.codes).toEqual(codes)
  })

  test('keys such as __proto__ are data like any other', () => {
    const body: unknown = JSON.parse(
      `{"schemas":["${USER_URN}"],"userName":"a","__proto__":{"active":false},"name":{"__proto__":{"x":1}}}`,
    )
    expect(readUser(sharedRegistry, body).document).toEqual({ userName: 'a', active: true })
    expect(({} as JsonObject).active).toBeUndefined()
  })

  test('only a sent active counts as sent', () => {
    expect(read({ userName: 'a', active: true }).activeSent).toBe(true)
    expect(read({ userName: 'a' }).activeSent).toBe(false)
    expect(read({ userName: 'a', active: null }).activeSent).toBe(false)
  })
})

describe('what is refused', () => {
  const cases: [rule: string, body: JsonObject, detail: string][] = [
    ['no userName', {}, 'none was sent'],
    ['userName of blanks', { userName: '  ' }, 'not blank'],
    ['userName as number', { userName: 5 }, 'userName must be text, but the number 5 was sent'],
    ['active as a word', { userName: 'a', active: 'yes' }, 'active must be true or false, but the text "yes" was sent'],
    ['active ""', { userName: 'a', active: '' }, 'active must be true or false, but an empty text was sent'],
    [
      'emails as number',
      { userName: 'a', emails: [5] },
      'Each value of emails must be an object with value, display, type, primary',
    ],
    ['a list for one value', { userName: 'a', title: ['x'] }, 'title must be text, but a list was sent'],
    [
      'a part of the wrong type',
      { userName: 'a', name: { givenName: true } },
      'name.givenName must be text, but the boolean true',
    ],
    [
      'two managers',
      { userName: 'a', [ENT]: { manager: [{ value: '1' }, { value: '2' }] } },
      'manager must be an object with value',
    ],
    ['an extension that is no object', { userName: 'a', [ENT]: 'x' }, 'must be an object'],
    ['certificate', { userName: 'a', x509Certificates: [{ value: '%%' }] }, 'base64'],
    ['a userName that no index takes', { userName: 'é'.repeat(400) }, 'userName has 800 bytes'],
    ['an externalId that no index takes', { userName: 'a', externalId: 'x'.repeat(769) }, 'At most 768'],
    ['an address that no index takes', { userName: 'a', emails: [{ value: 'x'.repeat(769) }] }, 'emails.value'],
    ['a bulkId that nobody has', { userName: 'a', [ENT]: { manager: { value: 'bulkId:1' } } }, 'bulkId:1'],
  ]
  test.each(cases)('%s', (_rule, body, detail) => {
    expect(() => read(body)).toThrowError(
      expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
    )
  })

  test.each([null, [], 'x', 5])('a body that is %j', (body) => {
    expect(() => readUser(sharedRegistry, body)).toThrowError(expect.objectContaining({ scimType: 'invalidSyntax' }))
  })
})

test('dates of an extension are kept in milliseconds, in UTC', () => {
  const attribute = {
    name: 'hired',
    type: 'dateTime',
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  } as const
  const registry = createRegistry({
    strict: false,
    allowSameGroupNames: false,
    extensions: [{ id: 'urn:x:hr:2.0:User', name: 'HR', description: '', attributes: [attribute] }],
  })
  const { document } = read(
    { userName: 'a', 'urn:x:hr:2.0:User': { hired: '2026-03-01T01:30:00.1239+02:00' } },
    registry,
  )
  expect(document['urn:x:hr:2.0:User']).toEqual({ hired: '2026-02-28T23:30:00.123Z' })
  expect(() => read({ userName: 'a', hired: '2026-02-31T00:00:00Z' }, registry)).toThrow('hired must be a date')
})
