import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, type Json, type JsonObject, keyOf } from '../json'
import { ENTERPRISE_URN as ENT } from '../schema/urns'
import { type Change, diffDocuments } from './diff'
import { undoChanges } from './undo'

const element = fc.record(
  {
    type: fc.constantFrom('work', 'Work', 'home', 'a "b"].c'),
    value: fc.constantFrom('a', 'b', 'A', 'x]:y'),
    display: fc.constantFrom('d', 'e'),
    primary: fc.boolean(),
  },
  { requiredKeys: [] },
)
const typed = fc.uniqueArray(fc.record({ type: fc.constantFrom('work', 'Home', 'home'), value: fc.string() }), {
  selector: ({ type }) => type.toLowerCase(),
})
const list = fc.oneof(fc.array(element, { minLength: 1 }), typed)
const document: fc.Arbitrary<JsonObject> = fc.record(
  {
    title: fc.string(),
    active: fc.boolean(),
    name: fc.record({ givenName: fc.string(), familyName: fc.string() }, { requiredKeys: [] }),
    emails: list,
    [ENT]: fc.record(
      { department: fc.string(), manager: fc.record({ value: fc.string() }), things: list },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

/** The order in lists means nothing, and what is empty is no value. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return [...value].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  if (!isObject(value)) return value
  const parts = Object.entries(value).map(([name, part]): [string, Json] => [name, plain(part)])
  return Object.fromEntries(
    parts.filter(([, part]) => typeof part !== 'object' || part === null || Object.keys(part).length > 0),
  )
}

test('undoing what changed gives what was before, and is sure of it', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const undone = undoChanges(after, diffDocuments(before, after))
      expect(plain(undone.document)).toEqual(plain(before))
      expect(undone.unsure).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('several changes are undone one after another, and the later document stays as it is', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 5 }), (states) => {
      const last = states.at(-1)!
      const kept = structuredClone(last)
      let shown = last
      for (let at = states.length - 1; at > 0; at--)
        shown = undoChanges(shown, diffDocuments(states[at - 1]!, states[at]!)).document
      expect(plain(shown)).toEqual(plain(states[0]!))
      expect(last).toEqual(kept)
    }),
  )
})

const cases: [rule: string, after: JsonObject, changes: Change[], before: JsonObject, unsure: string[]][] = [
  [
    'a value that is not what the change left',
    { title: 'C' },
    [{ attribute: 'title', before: 'A', after: 'B' }],
    { title: 'A' },
    ['title'],
  ],
  [
    'a value of a list that is gone meanwhile',
    {},
    [{ attribute: 'emails[type eq "work"].value', before: 'a', after: 'b' }],
    { emails: [{ type: 'work', value: 'a' }] },
    ['emails[type eq "work"].value'],
  ],
  [
    'a list of other things meanwhile',
    { emails: ['x', { display: 'y' }] },
    [{ attribute: 'emails[type eq "work"].value', before: 'a' }],
    { emails: ['x', { display: 'y' }, { type: 'work', value: 'a' }] },
    [],
  ],
  [
    'an added value, recorded without what tells it apart',
    { roles: [{ value: 'a', type: 'x' }] },
    [{ attribute: 'roles[value eq "a"].type', after: 'x' }],
    { roles: [{ value: 'a' }] },
    [],
  ],
  ['an attribute that is no path', { x: 1 }, [{ attribute: '[' }, { attribute: '' }], { x: 1 }, []],
]
test.each(cases)('%s', (_rule, after, changes, before, unsure) => {
  expect(undoChanges(after, changes)).toEqual({ document: before, unsure })
})
