import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { PATCH_OP_URN } from '../schema/urns'
import { printFilter } from '../filter/print'
import type { MemberPlan } from './member-plan'
import { patchGroup } from './patch-group'
import { readPatch } from './read-patch'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const eng: JsonObject = { displayName: 'Eng' }

function run(operations: Json, registry = sharedRegistry) {
  const read = readPatch(registry, { schemas: [PATCH_OP_URN], Operations: operations })
  const result = patchGroup(registry, eng, read.operations)
  return { ...result, codes: [...read.notes, ...result.notes].map((note) => note.code) }
}

const member = (value: string) => ({ value })
const plan = (clear: boolean, add: string[], remove: string[]): MemberPlan => ({ clear, add, remove })

describe('the plan for members', () => {
  const cases: [rule: string, operations: JsonObject[], expected: MemberPlan | undefined, codes?: string[]][] = [
    [
      'add',
      [{ op: 'add', path: 'members', value: [member('a'), member('b'), member('a')] }],
      plan(false, ['a', 'b'], []),
    ],
    [
      'add with null $ref and display (Entra, Okta)',
      [
        {
          op: 'Add',
          path: 'members',
          value: [{ $ref: null, value: 'a', display: 'A', displayName: 'A', type: 'User' }],
        },
      ],
      plan(false, ['a'], []),
    ],
    ['add one object', [{ op: 'add', path: 'members', value: member('a') }], plan(false, ['a'], []), []],
    [
      'add bare texts',
      [{ op: 'add', path: 'members', value: ['a', 'b'] }],
      plan(false, ['a', 'b'], []),
      ['bare-values'],
    ],
    ['replace', [{ op: 'replace', path: 'members', value: [member('a')] }], plan(true, ['a'], [])],
    ['replace with [] (Okta)', [{ op: 'replace', path: 'members', value: [] }], plan(true, [], [])],
    ['replace with null', [{ op: 'replace', path: 'members', value: null }], plan(true, [], [])],
    ['path-less replace', [{ op: 'replace', value: { members: [member('a')] } }], plan(true, ['a'], [])],
    ['path-less add', [{ op: 'add', value: { members: [member('a')] } }], plan(false, ['a'], [])],
    ['remove all', [{ op: 'remove', path: 'members' }], plan(true, [], [])],
    [
      'remove by value (Entra, JumpCloud)',
      [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }] }],
      plan(false, [], ['a']),
      ['operation-case', 'remove-by-value'],
    ],
    ['remove by one object', [{ op: 'remove', path: 'members', value: member('a') }], plan(false, [], ['a'])],
    ['remove nobody', [{ op: 'remove', path: 'members', value: [] }], plan(false, [], [])],
    ['remove by filter', [{ op: 'remove', path: 'members[value eq "a"]' }], plan(false, [], ['a']), []],
    [
      'remove by filter with or',
      [{ op: 'remove', path: 'members[value eq "a" or value eq "b"]' }],
      plan(false, [], ['a', 'b']),
    ],
    [
      'add through a filter',
      [{ op: 'add', path: 'members[value eq "a"]', value: { value: 'a' } }],
      plan(false, ['a'], []),
    ],
    [
      'Okta: one goes, one comes',
      [
        { op: 'remove', path: 'members[value eq "u1"]' },
        { op: 'add', path: 'members', value: [{ value: 'u2', display: 'ann@x.example' }] },
      ],
      plan(false, ['u2'], ['u1']),
    ],
    [
      'remove then add leaves it in',
      [
        { op: 'remove', path: 'members[value eq "a"]' },
        { op: 'add', path: 'members', value: [member('a')] },
      ],
      plan(false, ['a'], []),
    ],
    [
      'add then remove leaves it out',
      [
        { op: 'add', path: 'members', value: [member('a')] },
        { op: 'remove', path: 'members', value: [member('a')] },
      ],
      plan(false, [], ['a']),
    ],
    [
      'replace then remove',
      [
        { op: 'replace', path: 'members', value: [member('a'), member('b')] },
        { op: 'remove', path: 'members[value eq "a"]' },
      ],
      plan(true, ['b'], []),
    ],
    [
      'remove, then replace',
      [
        { op: 'remove', path: 'members[value eq "a"]' },
        { op: 'replace', path: 'members', value: [member('b')] },
      ],
      plan(true, ['b'], []),
    ],
    ['no word of members', [{ op: 'replace', path: 'displayName', value: 'X' }], undefined],
  ]
  test.each(cases)('%s', (_rule, operations, expected, codes) => {
    const result = run(operations)
    expect(result.members).toEqual(expected)
    if (codes) expect(new Set(result.codes)).toEqual(new Set(codes))
  })

  test('members chosen otherwise than by id are left to the database', () => {
    const byType = { op: 'remove', path: 'members[type eq "User"]' }
    const byName = { op: 'remove', path: 'members[value eq "a" or display sw "x"]' }
    const texts = (operations: Json) => run(operations).members?.chosen?.map(printFilter)
    expect(texts([byType, byName])).toEqual(['type eq "User"', 'value eq "a" or display sw "x"'])
    expect(texts([{ ...byType, op: 'replace', value: null }])).toEqual(['type eq "User"'])
    expect(run([byType, { op: 'add', path: 'members', value: [member('a')] }]).members).toMatchObject({ add: ['a'] })
    const all = { op: 'remove', path: 'members' }
    expect(run([byType, all]).members).toEqual(plan(true, [], []))
    expect(run([all, byType]).members).toEqual(plan(true, [], []))
  })

  test('carried out, it does what the operations do one after another', () => {
    const id: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('add', 'replace', 'remove'), ids: fc.array(id, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('all'), ids: fc.constant([] as string[]) }),
    )
    fc.assert(
      fc.property(fc.array(id), fc.array(step, { minLength: 1, maxLength: 8 }), (before, steps) => {
        const expected = new Set(before)
        for (const { kind, ids } of steps) {
          if (kind === 'replace' || kind === 'all') expected.clear()
          for (const each of ids)
            if (kind === 'remove') expected.delete(each)
            else expected.add(each)
        }
        const { members } = run(
          steps.map(({ kind, ids }): JsonObject =>
            kind === 'all' ? { op: 'remove', path: 'members' } : { op: kind, path: 'members', value: ids.map(member) },
          ),
        )
        const actual = new Set(members?.clear ? [] : before)
        for (const each of members?.remove ?? []) actual.delete(each)
        for (const each of members?.add ?? []) actual.add(each)
        expect(actual).toEqual(expected)
        expect(members?.add.filter((each) => members.remove.includes(each))).toEqual([])
      }),
    )
  })
})

describe('names of a group', () => {
  test('Okta renames with the id in the value', () => {
    const result = run([{ op: 'replace', value: { id: 'g1', displayName: 'Sales' } }])
    expect(result).toMatchObject({ document: { displayName: 'Sales' }, changed: true, codes: ['read-only'] })
    expect(result.members).toBeUndefined()
  })
  test('the same name changes nothing', () => {
    expect(run([{ op: 'replace', value: { id: 'g1', displayName: 'Eng' } }]).changed).toBe(false)
  })
  test('externalId path-less (validator)', () => {
    expect(run([{ op: 'replace', value: { externalId: 'e' } }]).document).toEqual({
      displayName: 'Eng',
      externalId: 'e',
    })
  })
})

describe('what is refused', () => {
  const cases: [rule: string, operations: Json, scimType: string | undefined, detail: string][] = [
    ['displayName blank', [{ op: 'replace', path: 'displayName', value: ' ' }], 'invalidValue', 'displayName'],
    ['displayName removed', [{ op: 'remove', path: 'displayName' }], 'mutability', 'required'],
    ['a member without id', [{ op: 'add', path: 'members', value: [{ display: 'x' }] }], 'invalidValue', 'id'],
    ['a member that is a number', [{ op: 'add', path: 'members', value: [5] }], 'invalidValue', 'number 5'],
    ['a bulkId', [{ op: 'add', path: 'members', value: [member('bulkId:x')] }], 'invalidValue', 'bulkId:x'],
    [
      'members chosen by name after others were added',
      [
        { op: 'add', path: 'members', value: [member('a')] },
        { op: 'remove', path: 'members[display eq "x"]' },
      ],
      'invalidFilter',
      'change the order',
    ],
    [
      'members chosen by what they have not',
      [{ op: 'remove', path: 'members[userName eq "x"]' }],
      'invalidFilter',
      'userName',
    ],
    [
      'another value for members chosen by their type',
      [{ op: 'replace', path: 'members[type eq "User"]', value: member('a') }],
      'mutability',
      'parts of a member',
    ],
    ['the type of all members, removed', [{ op: 'remove', path: 'members.type' }], 'mutability', 'as a whole'],
    [
      'the id of all members, replaced',
      [{ op: 'replace', path: 'members.value', value: 'a' }],
      'mutability',
      'as a whole',
    ],
    [
      'more filters than one statement takes',
      Array.from({ length: 21 }, (_, index) => ({ op: 'remove', path: `members[display sw "${index}"]` })),
      'invalidFilter',
      'at most 20',
    ],
    [
      'an id that would change',
      [{ op: 'replace', path: 'members[value eq "a"]', value: member('b') }],
      'mutability',
      'id of a member',
    ],
    [
      'the name of a member',
      [{ op: 'replace', path: 'members[value eq "a"].display', value: 'x' }],
      'mutability',
      'follows',
    ],
    ['a user attribute', [{ op: 'replace', path: 'userName', value: 'x' }], 'invalidPath', 'Group'],
  ]
  test.each(cases)('%s', (_rule, operations, scimType, detail) => {
    expect(() => run(operations)).toThrowError(
      expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
    )
  })

  test('in Strict a remove with values, which must not empty the group', () => {
    expect(() => run([{ op: 'remove', path: 'members', value: [member('a')] }], strict)).toThrow('value eq')
  })

  test('more than 100,000 members', () => {
    const value = Array.from({ length: 60_000 }, (_, index) => member(`u${index}`))
    expect(run([{ op: 'replace', path: 'members', value }]).members?.add).toHaveLength(60_000)
    expect(() =>
      run([
        { op: 'add', path: 'members', value },
        { op: 'add', path: 'members', value },
      ]),
    ).toThrowError(expect.objectContaining({ status: 413, detail: expect.stringContaining('100,000') }))
  })
})

test('10,000 operations, one per member, fold into one plan', () => {
  const operations = Array.from({ length: 10_000 }, (_, index) => ({
    op: 'remove',
    path: `members[value eq "u${index}"]`,
  }))
  expect(run(operations).members?.remove).toHaveLength(10_000)
})
