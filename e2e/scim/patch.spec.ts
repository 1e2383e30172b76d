import type { Json, JsonObject } from '@/lib/idp-clients/json'
import { ENTERPRISE, PATCH_OP, USER } from '@/lib/idp-clients/urns'
import { type Operation, patchOf } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const start = {
  displayName: 'Ann Berg',
  title: 'Clerk',
  name: { givenName: 'Ann', familyName: 'Berg' },
  emails: [
    { value: 'ann@x.example', type: 'work', primary: true },
    { value: 'ann@home.example', type: 'home' },
  ],
  [ENTERPRISE]: { department: 'Tours', employeeNumber: '2' },
}

/** Name, operations, what the user shows afterwards; undefined means that the attribute is gone. */
const cases: [string, Operation[], Record<string, unknown>][] = [
  ['add of an attribute', [{ op: 'add', path: 'nickName', value: 'Babs' }], { nickName: 'Babs' }],
  ['add replaces a single value', [{ op: 'add', path: 'title', value: 'Chief' }], { title: 'Chief' }],
  ['replace of an attribute', [{ op: 'replace', path: 'title', value: 'Chief' }], { title: 'Chief' }],
  ['replace of what is not there adds it', [{ op: 'replace', path: 'nickName', value: 'Babs' }], { nickName: 'Babs' }],
  ['remove of an attribute', [{ op: 'remove', path: 'title' }], { title: undefined }],
  ['operations in capitals', [{ op: 'REPLACE', path: 'TITLE', value: 'Chief' }], { title: 'Chief' }],
  ['replace with null removes', [{ op: 'replace', path: 'title', value: null }], { title: undefined }],
  [
    'a sub-attribute',
    [{ op: 'replace', path: 'name.givenName', value: 'Anna' }],
    { name: { givenName: 'Anna', familyName: 'Berg' } },
  ],
  ['remove of a sub-attribute', [{ op: 'remove', path: 'name.givenName' }], { name: { familyName: 'Berg' } }],
  [
    'replace of a sub-attribute with null removes it',
    [{ op: 'replace', path: `${USER}:name.givenName`, value: null }],
    { name: { familyName: 'Berg' } },
  ],
  [
    'a complex value is merged',
    [{ op: 'replace', path: 'name', value: { givenName: 'Anna' } }],
    { name: { givenName: 'Anna', familyName: 'Berg' } },
  ],
  [
    'no path: attributes, nested, merged',
    [{ op: 'replace', value: { title: 'Chief', name: { familyName: 'Dahl' } } }],
    { title: 'Chief', name: { givenName: 'Ann', familyName: 'Dahl' } },
  ],
  [
    'no path: dotted and URN keys',
    [{ op: 'add', value: { 'name.givenName': 'Anna', [`${ENTERPRISE}:division`]: 'North' } }],
    {
      name: { givenName: 'Anna', familyName: 'Berg' },
      [ENTERPRISE]: { department: 'Tours', employeeNumber: '2', division: 'North' },
    },
  ],
  [
    'two operations without a path both survive',
    [
      { op: 'replace', value: { name: { familyName: 'Dahl' } } },
      { op: 'replace', value: { name: { givenName: 'Anna' } } },
    ],
    { name: { givenName: 'Anna', familyName: 'Dahl' } },
  ],
  [
    'no path: unknown attributes are ignored',
    [{ op: 'replace', value: { title: 'Chief', shoeSize: 43 } }],
    { title: 'Chief', shoeSize: undefined },
  ],
  [
    'no path: id and groups are ignored',
    [{ op: 'replace', value: { id: 'x', groups: [], title: 'Chief' } }],
    { title: 'Chief' },
  ],
  [
    'add to a list',
    [{ op: 'add', path: 'emails', value: [{ value: 'n@x.example', type: 'other' }] }],
    { emails: [...start.emails, { value: 'n@x.example', type: 'other' }] },
  ],
  [
    'add of one object to a list',
    [{ op: 'add', path: 'emails', value: { value: 'n@x.example' } }],
    { emails: [...start.emails, { value: 'n@x.example' }] },
  ],
  [
    'the same value with another type is another element',
    [{ op: 'add', path: 'emails', value: [{ value: 'ann@x.example', type: 'other' }] }],
    { emails: [...start.emails, { value: 'ann@x.example', type: 'other' }] },
  ],
  [
    'a new primary takes it from the old one',
    [{ op: 'add', path: 'emails', value: [{ value: 'n@x.example', primary: true }] }],
    {
      emails: [
        expect.not.objectContaining({ primary: true }),
        start.emails[1],
        { value: 'n@x.example', primary: true },
      ],
    },
  ],
  [
    'replace of a list',
    [{ op: 'replace', path: 'emails', value: [{ value: 'n@x.example' }] }],
    { emails: [{ value: 'n@x.example' }] },
  ],
  ['replace of a list with an empty one', [{ op: 'replace', path: 'emails', value: [] }], { emails: undefined }],
  ['remove of a list', [{ op: 'remove', path: 'emails' }], { emails: undefined }],
  ['remove of some elements', [{ op: 'remove', path: 'emails[type eq "home"]' }], { emails: [start.emails[0]] }],
  ['remove of all elements by filter', [{ op: 'remove', path: 'emails[value co "ann"]' }], { emails: undefined }],
  ['remove that matches nothing', [{ op: 'remove', path: 'emails[type eq "pager"]' }], { emails: start.emails }],
  [
    'remove of one sub-attribute of an element',
    [{ op: 'remove', path: 'emails[type eq "home"].type' }],
    { emails: [start.emails[0], { value: 'ann@home.example' }] },
  ],
  [
    'a value path with a sub-attribute',
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@x.example' }],
    { emails: [{ value: 'n@x.example', type: 'work', primary: true }, start.emails[1]] },
  ],
  [
    'a value path that matches several changes all',
    [{ op: 'replace', path: 'emails[value co "ann"].display', value: 'Ann' }],
    { emails: start.emails.map((email) => ({ ...email, display: 'Ann' })) },
  ],
  [
    'a value path with and, without eq alone',
    [{ op: 'replace', path: 'emails[type eq "work" and value co "@x"].value', value: 'n@x.example' }],
    { emails: [{ value: 'n@x.example', type: 'work', primary: true }, start.emails[1]] },
  ],
  [
    'a value path with not',
    [{ op: 'replace', path: 'emails[not (type eq "work")].value', value: 'n@home.example' }],
    { emails: [start.emails[0], { value: 'n@home.example', type: 'home' }] },
  ],
  [
    'a value path with or changes both',
    [{ op: 'add', path: 'emails[type eq "work" or type eq "home"].display', value: 'Ann' }],
    { emails: start.emails.map((email) => ({ ...email, display: 'Ann' })) },
  ],
  [
    'the core URN before a value path, all in capitals',
    [{ op: 'replace', path: `${USER.toUpperCase()}:EMAILS[TYPE EQ "HOME"].VALUE`, value: 'n@home.example' }],
    { emails: [start.emails[0], { value: 'n@home.example', type: 'home' }] },
  ],
  [
    'primary by a value path takes it from the old one',
    [{ op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
    {
      emails: [
        { value: 'ann@x.example', type: 'work', primary: false },
        { value: 'ann@home.example', type: 'home', primary: true },
      ],
    },
  ],
  [
    'a value path with an object merges it, and keeps the type',
    [{ op: 'replace', path: 'emails[type eq "home"]', value: { value: 'n@home.example' } }],
    { emails: [start.emails[0], { value: 'n@home.example', type: 'home' }] },
  ],
  [
    'a value path that matches nothing creates the element',
    [{ op: 'replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+47 1' }],
    { phoneNumbers: [{ type: 'mobile', value: '+47 1' }] },
  ],
  [
    'with and as well',
    [{ op: 'add', path: 'addresses[type eq "work" and primary eq true].country', value: 'NO' }],
    { addresses: [{ type: 'work', primary: true, country: 'NO' }] },
  ],
  [
    'with an object as value',
    [{ op: 'add', path: 'phoneNumbers[type eq "fax"]', value: { value: '+47 2' } }],
    { phoneNumbers: [{ type: 'fax', value: '+47 2' }] },
  ],
  [
    'a URN path with a colon',
    [{ op: 'replace', path: `${ENTERPRISE}:department`, value: 'Sales' }],
    { [ENTERPRISE]: { department: 'Sales', employeeNumber: '2' } },
  ],
  [
    'a URN path with a dot',
    [{ op: 'replace', path: `${ENTERPRISE}.department`, value: 'Sales' }],
    { [ENTERPRISE]: { department: 'Sales', employeeNumber: '2' } },
  ],
  ['the core URN as a prefix', [{ op: 'replace', path: `${USER}:title`, value: 'Chief' }], { title: 'Chief' }],
  [
    'a bare name of the extension',
    [{ op: 'replace', path: 'department', value: 'Sales' }],
    { [ENTERPRISE]: { department: 'Sales', employeeNumber: '2' } },
  ],
  [
    'a whole extension is merged',
    [{ op: 'replace', path: ENTERPRISE, value: { division: 'N' } }],
    { [ENTERPRISE]: { department: 'Tours', employeeNumber: '2', division: 'N' } },
  ],
  ['a whole extension is removed', [{ op: 'remove', path: ENTERPRISE }], { [ENTERPRISE]: undefined, schemas: [USER] }],
  [
    'operations act in their order',
    [
      { op: 'remove', path: 'title' },
      { op: 'add', path: 'title', value: 'A' },
      { op: 'replace', path: 'title', value: 'B' },
    ],
    { title: 'B' },
  ],
  [
    'schemas follows from the attributes, whatever is done to it',
    [
      { op: 'add', path: 'schemas', value: ['urn:example:none'] },
      { op: 'replace', path: 'schemas', value: [USER] },
      { op: 'remove', path: 'schemas' },
    ],
    { schemas: [USER, ENTERPRISE], [ENTERPRISE]: start[ENTERPRISE] },
  ],
  ['active null changes nothing', [{ op: 'replace', path: 'active', value: null }], { active: true }],
  ['remove of active changes nothing', [{ op: 'remove', path: 'active' }], { active: true }],
  ['active as text', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
  [
    'an unknown path beside one that is known is skipped',
    [
      { op: 'replace', path: 'active', value: false },
      { op: 'replace', path: 'shoeSize', value: '43' },
    ],
    { active: false },
  ],
]

for (const [name, operations, shows] of cases)
  test(name, async ({ scim }) => {
    const user = await scim.user(start)
    const patched = await scim.patchUser(user.id, ...operations)
    for (const [attribute, value] of Object.entries(shows))
      if (value === undefined) expect(patched).not.toHaveProperty([attribute])
      else expect(patched[attribute], attribute).toEqual(value)
    expect(patched.id).toBe(user.id)
    expect(patched['userName']).toBe(user['userName'])
  })

test.describe('refused', () => {
  const refused: [string, Operation[], string][] = [
    ['an unknown path alone', [{ op: 'replace', path: 'shoeSize', value: '43' }], 'invalidPath'],
    ['an unknown sub-attribute alone', [{ op: 'replace', path: 'name.shoeSize', value: '43' }], 'invalidPath'],
    ['a path that is none', [{ op: 'replace', path: 'name..x', value: 'x' }], 'invalidPath'],
    ['a path whose filter is none', [{ op: 'replace', path: 'emails[type eq', value: 'x' }], 'invalidFilter'],
    ['an unknown operation', [{ op: 'move', path: 'title', value: 'x' }], 'invalidSyntax'],
    ['remove without a path', [{ op: 'remove' }], 'noTarget'],
    ['replace without a value', [{ op: 'replace', path: 'title' }], 'invalidValue'],
    ['no path and a value that is no object', [{ op: 'replace', value: 'x' }], 'invalidValue'],
    ['only unknown attributes without a path', [{ op: 'replace', value: { shoeSize: 43 } }], 'invalidValue'],
    ['id', [{ op: 'replace', path: 'id', value: 'x' }], 'mutability'],
    ['meta', [{ op: 'replace', path: 'meta.created', value: '2020-01-01T00:00:00Z' }], 'mutability'],
    ['groups', [{ op: 'add', path: 'groups', value: [{ value: 'x' }] }], 'mutability'],
    ['the name of a manager', [{ op: 'add', path: `${ENTERPRISE}:manager.displayName`, value: 'x' }], 'mutability'],
    ['removing userName', [{ op: 'remove', path: 'userName' }], 'mutability'],
    ['an empty userName', [{ op: 'replace', path: 'userName', value: ' ' }], 'invalidValue'],
    ['active as empty text', [{ op: 'replace', path: 'active', value: '' }], 'invalidValue'],
    ['a value of the wrong type', [{ op: 'replace', path: 'title', value: { a: 1 } }], 'invalidValue'],
    [
      'a value path that matches nothing and says nothing to create',
      [{ op: 'replace', path: 'emails[value co "none"].display', value: 'x' }],
      'noTarget',
    ],
    ['an index in brackets', [{ op: 'replace', path: 'emails[0].value', value: 'x' }], 'invalidFilter'],
    [
      'brackets that name no sub-attribute',
      [{ op: 'replace', path: 'emails[shoeSize eq "43"].value', value: 'x' }],
      'invalidFilter',
    ],
    ['a value path on a single value', [{ op: 'replace', path: 'title[value eq "x"]', value: 'x' }], 'invalidPath'],
  ]
  for (const [name, operations, scimType] of refused)
    test(name, async ({ scim }) => {
      const user = await scim.user(start)
      const request = patchOf(`/Users/${user.id}`, ...operations)
      await scim.refused(request, 400, scimType)
      expect((await scim.read('/Users', user.id)).meta.version).toBe(user.meta.version)
    })

  test('one bad operation of several: none has happened', async ({ scim }) => {
    const user = await scim.user(start)
    await scim.refused(
      patchOf(
        `/Users/${user.id}`,
        { op: 'replace', path: 'title', value: 'Chief' },
        { op: 'replace', path: 'id', value: 'x' },
      ),
      400,
      'mutability',
    )
    expect((await scim.read('/Users', user.id))['title']).toBe('Clerk')
  })
})

test.describe('the envelope', () => {
  const bodies: [string, JsonObject][] = [
    ['keys in any case', { SCHEMAS: [PATCH_OP], operations: [{ OP: 'replace', Path: 'title', VALUE: 'Chief' }] }],
    [
      'one operation in place of the list',
      { schemas: [PATCH_OP], Operations: { op: 'replace', path: 'title', value: 'Chief' } },
    ],
    ['no schemas', { Operations: [{ op: 'replace', path: 'title', value: 'Chief' }] }],
  ]
  for (const [name, body] of bodies)
    test(name, async ({ scim }) => {
      const { id } = await scim.user(start)
      await scim.ask({ method: 'PATCH', path: `/Users/${id}`, body }, { status: 200, body: { title: 'Chief' } })
    })

  const wrong: Json[] = [{}, { Operations: 'x' }, { Operations: [17] }, []]
  for (const body of wrong)
    test(`${JSON.stringify(body)} is 400`, async ({ scim }) => {
      const { id } = await scim.user()
      await scim.refused({ method: 'PATCH', path: `/Users/${id}`, body }, 400, 'invalidSyntax')
    })

  test('more than 10,000 operations are 413', async ({ scim }) => {
    const { id } = await scim.user()
    const operations = Array.from({ length: 10_001 }, () => ({ op: 'replace', path: 'title', value: 'x' }))
    await scim.refused(patchOf(`/Users/${id}`, ...operations), 413, undefined, /10.?000/)
  })

  test('an id that is unknown is 404', async ({ scim }) => {
    await scim.ask(patchOf(`/Users/${unique('none')}`, { op: 'replace', path: 'title', value: 'x' }), { status: 404 })
  })
})
