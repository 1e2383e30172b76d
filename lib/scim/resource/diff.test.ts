import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldKey } from '../fold'
import type { JsonObject } from '../json'
import { ENTERPRISE_URN as ENT } from '../schema/urns'
import { type Change, diffDocuments } from './diff'

const work = { type: 'work', value: 'a' }
const cases: [rule: string, before: JsonObject, after: JsonObject, changes: Change[]][] = [
  ['nothing', { active: true, emails: [work] }, { emails: [{ value: 'a', type: 'work' }], active: true }, []],
  ['a value', { active: true }, { active: false }, [{ attribute: 'active', before: true, after: false }]],
  [
    'a part',
    { name: { givenName: 'A' } },
    { name: { givenName: 'B' } },
    [{ attribute: 'name.givenName', before: 'A', after: 'B' }],
  ],
  ['a new attribute', {}, { name: { givenName: 'B' } }, [{ attribute: 'name.givenName', after: 'B' }]],
  ['an attribute that went', { title: 'x' }, {}, [{ attribute: 'title', before: 'x' }]],
  [
    'an extension',
    { [ENT]: { department: 'D' } },
    { [ENT]: { manager: { value: 'm' } } },
    [
      { attribute: `${ENT}:manager.value`, after: 'm' },
      { attribute: `${ENT}:department`, before: 'D' },
    ],
  ],
  [
    'by type',
    { emails: [work] },
    { emails: [{ type: 'work', value: 'b' }] },
    [{ attribute: 'emails[type eq "work"].value', before: 'a', after: 'b' }],
  ],
  [
    'a value added by type',
    {},
    { emails: [{ ...work, primary: true }] },
    [
      { attribute: 'emails[type eq "work"].value', after: 'a' },
      { attribute: 'emails[type eq "work"].primary', after: true },
    ],
  ],
  [
    'a value that was there with nothing but its type',
    { emails: [{ type: 'work' }, { type: 'home' }] },
    { emails: [work, { type: 'home' }] },
    [
      { attribute: 'emails[type eq "work"].value', after: 'a' },
      { attribute: 'emails[type eq "work"].type', before: 'work', after: 'work' },
    ],
  ],
  [
    'the same, its type written anew',
    { emails: [{ type: 'Work' }] },
    { emails: [work] },
    [
      { attribute: 'emails[type eq "work"].type', before: 'Work', after: 'work' },
      { attribute: 'emails[type eq "work"].value', after: 'a' },
    ],
  ],
  [
    'by value, with what else it has',
    { roles: [{ value: 'b' }] },
    { roles: [{ value: 'b' }, { value: 'a', type: 'x' }] },
    [
      { attribute: 'roles[value eq "a"].value', after: 'a' },
      { attribute: 'roles[value eq "a"].type', after: 'x' },
    ],
  ],
  [
    'by value',
    { roles: [{ value: 'a' }] },
    { roles: [{ value: 'b' }] },
    [
      { attribute: 'roles[value eq "b"].value', after: 'b' },
      { attribute: 'roles[value eq "a"].value', before: 'a' },
    ],
  ],
  [
    'whole lists where nothing tells them apart',
    { addresses: [{ locality: 'X' }] },
    { addresses: [{ locality: 'Y' }] },
    [{ attribute: 'addresses', before: [{ locality: 'X' }], after: [{ locality: 'Y' }] }],
  ],
]
test.each(cases)('%s', (_rule, before, after, changes) => expect(diffDocuments(before, after)).toEqual(changes))

const element = fc.record(
  { type: fc.constantFrom('work', 'home'), value: fc.constantFrom('a', 'b', 'A'), primary: fc.boolean() },
  { requiredKeys: [] },
)
const document: fc.Arbitrary<JsonObject> = fc.record(
  {
    title: fc.string(),
    name: fc.record({ givenName: fc.string(), familyName: fc.string() }, { requiredKeys: [] }),
    emails: fc.array(element, { minLength: 1 }),
    [ENT]: fc.record({ department: fc.string() }),
  },
  { requiredKeys: [] },
)

test('a document does not differ from itself, and a difference shows from both sides', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      expect(diffDocuments(before, structuredClone(before))).toEqual([])
      // A value whose case alone changed is named as the later document writes it.
      const there = diffDocuments(before, after).map((change) => foldKey(change.attribute))
      const back = diffDocuments(after, before).map((change) => foldKey(change.attribute))
      expect(there.sort()).toEqual(back.sort())
    }),
  )
})
