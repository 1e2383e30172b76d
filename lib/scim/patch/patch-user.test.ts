import { expect, test } from 'vitest'
import { ann, op, patchAnn, type PatchCase } from '@/lib/testing/patching'
import { equalJson } from '../json'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'

const cases: PatchCase[] = [
  ['add a simple attribute', ann, [op('add', 'nickName', 'Babs')], { ...ann, nickName: 'Babs' }],
  ['replace a simple attribute, name in any case', ann, [op('replace', 'NICKNAME', 'B')], { ...ann, nickName: 'B' }],
  ['remove a simple attribute', { ...ann, title: 'x' }, [op('remove', 'title')], ann],
  ['remove what is not there', ann, [op('remove', 'title')], ann],
  ['replace with null is no value', { ...ann, title: 'x' }, [op('replace', 'title', null)], ann],
  [
    'add null adds nothing',
    { ...ann, title: 'x', name: { givenName: 'A' } },
    [op('add', 'title', null), op('add', 'name', { givenName: null })],
    { ...ann, title: 'x', name: { givenName: 'A' } },
  ],
  ['an empty text is a value', ann, [op('replace', 'title', '')], { ...ann, title: '' }],
  ['core URN before a name', ann, [op('replace', `${USER_URN}:title`, 'x')], { ...ann, title: 'x' }],
  [
    'capital operation names (Entra)',
    ann,
    [op('Replace', 'userName', 'new'), op('Add', 'nickName', 'N'), op('REMOVE', 'title')],
    { ...ann, userName: 'new', nickName: 'N' },
    ['operation-case'],
  ],
  [
    'a boolean as text (Entra)',
    ann,
    [op('replace', 'active', 'False')],
    { ...ann, active: false },
    ['boolean-strings'],
  ],
  ['active path-less (Okta)', ann, [{ op: 'replace', value: { active: false } }], { ...ann, active: false }],
  [
    'active null changes nothing',
    { ...ann, active: false },
    [op('replace', 'active', null)],
    { ...ann, active: false },
    ['active-unchanged'],
  ],
  [
    'active removed changes nothing',
    { ...ann, active: false },
    [op('remove', 'active')],
    { ...ann, active: false },
    ['active-unchanged'],
  ],
  [
    'active null path-less changes nothing',
    ann,
    [{ op: 'replace', value: { active: null } }],
    ann,
    ['active-unchanged'],
  ],

  [
    'a part of a complex attribute',
    ann,
    [op('replace', 'name.familyName', 'B')],
    { ...ann, name: { familyName: 'B' } },
  ],
  [
    'a part leaves the others (SailPoint)',
    { ...ann, name: { givenName: 'A' } },
    [{ op: 'replace', value: { name: { familyName: 'B' } } }],
    { ...ann, name: { givenName: 'A', familyName: 'B' } },
  ],
  [
    'a complex replace merges; null parts go',
    { ...ann, name: { givenName: 'A', familyName: 'B' } },
    [op('replace', 'name', { givenName: null, middleName: 'M' })],
    { ...ann, name: { familyName: 'B', middleName: 'M' } },
  ],
  [
    'the last part takes the attribute along',
    { ...ann, name: { givenName: 'A' } },
    [op('remove', 'name.givenName')],
    ann,
  ],
  ['a whole complex attribute goes', { ...ann, name: { givenName: 'A' } }, [op('remove', 'name')], ann],

  ['an extension attribute by URN', ann, [op('add', `${ENT}:department`, 'D')], { ...ann, [ENT]: { department: 'D' } }],
  ['URN in any case', ann, [op('add', `${ENT.toUpperCase()}:DEPARTMENT`, 'D')], { ...ann, [ENT]: { department: 'D' } }],
  [
    'a dot after the URN',
    ann,
    [op('add', `${ENT}.department`, 'D')],
    { ...ann, [ENT]: { department: 'D' } },
    ['dot-after-urn'],
  ],
  [
    'a bare extension name',
    ann,
    [op('add', 'department', 'D')],
    { ...ann, [ENT]: { department: 'D' } },
    ['bare-extension-names'],
  ],
  [
    'the malformed URN of old Entra jobs',
    ann,
    [op('add', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User:department', 'D')],
    { ...ann, [ENT]: { department: 'D' } },
    ['legacy-urns'],
  ],
  [
    'the last extension attribute takes the URN along',
    { ...ann, [ENT]: { department: 'D' } },
    [op('remove', `${ENT}:department`)],
    ann,
  ],
  [
    'a whole extension is merged',
    { ...ann, [ENT]: { department: 'D' } },
    [op('replace', ENT, { division: 'V' })],
    { ...ann, [ENT]: { department: 'D', division: 'V' } },
  ],
  ['a whole extension is added', ann, [op('add', ENT, { division: 'V' })], { ...ann, [ENT]: { division: 'V' } }],
  ['a whole extension is removed', { ...ann, [ENT]: { department: 'D' } }, [op('remove', ENT)], ann],
  [
    'an extension in a path-less value',
    ann,
    [{ op: 'add', value: { [ENT]: { department: 'D' } } }],
    { ...ann, [ENT]: { department: 'D' } },
  ],
  [
    'dotted and URN keys of a path-less value (Entra)',
    ann,
    [
      {
        op: 'replace',
        value: { displayName: 'A B', 'name.givenName': 'A', 'name.familyName': 'B', [`${ENT}:employeeNumber`]: '7' },
      },
    ],
    { ...ann, displayName: 'A B', name: { givenName: 'A', familyName: 'B' }, [ENT]: { employeeNumber: '7' } },
    ['qualified-keys'],
  ],
  [
    'a value path as a key',
    ann,
    [{ op: 'replace', value: { 'emails[type eq "work"].value': 'b@x' } }],
    { ...ann, emails: [{ type: 'work', value: 'b@x' }] },
    ['qualified-keys', 'create-filtered-element'],
  ],

  [
    'manager as object',
    ann,
    [op('add', `${ENT}:manager`, { value: 'm' })],
    { ...ann, [ENT]: { manager: { value: 'm' } } },
  ],
  [
    'manager as text',
    ann,
    [op('add', `${ENT}:manager`, 'm')],
    { ...ann, [ENT]: { manager: { value: 'm' } } },
    ['manager-forms'],
  ],
  [
    'manager as a list',
    ann,
    [op('add', `${ENT}:manager`, [{ $ref: 'https://x/Users/m', value: 'm' }])],
    { ...ann, [ENT]: { manager: { value: 'm' } } },
    ['manager-forms'],
  ],
  ['manager.value', ann, [op('replace', `${ENT}:manager.value`, 'm')], { ...ann, [ENT]: { manager: { value: 'm' } } }],
  [
    'manager {value: ""} goes',
    { ...ann, [ENT]: { manager: { value: 'm' } } },
    [op('replace', `${ENT}:manager`, { value: '' })],
    ann,
  ],
  ['manager "" goes', { ...ann, [ENT]: { manager: { value: 'm' } } }, [op('replace', `${ENT}:manager`, '')], ann],
  ['manager null goes', { ...ann, [ENT]: { manager: { value: 'm' } } }, [op('replace', `${ENT}:manager`, null)], ann],
  [
    'manager.value "" goes',
    { ...ann, [ENT]: { manager: { value: 'm' } } },
    [op('replace', `${ENT}:manager.value`, '')],
    ann,
  ],
  ['manager removed', { ...ann, [ENT]: { manager: { value: 'm' } } }, [op('remove', `${ENT}:manager`)], ann],

  [
    'id, meta, schemas and groups in a value are ignored',
    ann,
    [{ op: 'replace', value: { id: 'x', meta: {}, schemas: [], groups: [], title: 't' } }],
    { ...ann, title: 't' },
    ['read-only'],
  ],
  [
    'unknown names in a value are ignored',
    ann,
    [{ op: 'replace', value: { title: 't', shoeSize: 4 } }],
    { ...ann, title: 't' },
    ['unknown-attribute'],
  ],
  [
    'an unknown path beside a known one is skipped',
    ann,
    [op('replace', 'shoeSize', 4), op('replace', 'active', false)],
    { ...ann, active: false },
    ['skip-unknown-paths'],
  ],
  ['a password is taken and not kept', ann, [op('replace', 'password', 'secret')], ann, []],
  [
    'operations take effect in their order',
    ann,
    [op('add', 'title', '1'), op('remove', 'title'), op('replace', 'title', '3')],
    { ...ann, title: '3' },
  ],
  ['externalId', ann, [op('add', 'externalId', 'e')], { ...ann, externalId: 'e' }],
]

test.each(cases)('%s', (_rule, before, operations, after, codes) => {
  const frozen = structuredClone(before)
  const result = patchAnn(before, operations)
  expect(result.document).toEqual(after)
  expect(result.changed).toBe(!equalJson(before, after))
  if (codes) expect(result.codes).toEqual(new Set(codes))
  expect(before).toEqual(frozen)
})
