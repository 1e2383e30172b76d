import { expect, test } from 'vitest'
import { extended, HR, TEAM } from '@/lib/testing/extensions'
import { ann, op, patchAnn } from '@/lib/testing/patching'
import type { JsonObject } from '../json'
import { patchGroup } from './patch-group'
import { readPatch } from './read-patch'

const patched = (before: JsonObject | undefined, ...operations: JsonObject[]) =>
  patchAnn({ ...ann, ...(before && { [HR]: before }) }, operations, extended)
const at = (path: string) => `${HR}:${path}`
const devices: JsonObject[] = [
  { value: 'd1', type: 'phone', ports: [1] },
  { value: 'd2', type: 'laptop', primary: true },
]

test.each<[string, JsonObject | undefined, JsonObject[], JsonObject | undefined]>([
  ['a path by URN', undefined, [op('add', at('costCode'), 'A')], { costCode: 'A' }],
  ['names in any case', undefined, [op('replace', at('COSTCODE').toUpperCase(), 'A')], { costCode: 'A' }],
  ['a name alone', undefined, [op('replace', 'costCode', 'A')], { costCode: 'A' }],
  ['a dotted path', { desk: { room: 'r' } }, [op('replace', at('desk.floor'), 3)], { desk: { room: 'r', floor: 3 } }],
  [
    'without a path',
    undefined,
    [{ op: 'add', value: { [HR]: { level: 1 }, [at('desk.floor')]: 2 } }],
    { level: 1, desk: { floor: 2 } },
  ],
  ['the URN as path merges', { level: 1, weight: 2 }, [op('replace', HR, { level: 3 })], { level: 3, weight: 2 }],
  ['the URN as path removes all', { level: 1 }, [op('remove', HR)], undefined],
  ['the last value goes, and the extension', { level: 1 }, [op('remove', at('level'))], undefined],
  [
    'a value is added to a list',
    { tags: ['a'] },
    [op('add', at('tags'), 'b'), op('add', at('tags'), ['A', 'c'])],
    { tags: ['a', 'b', 'c'] },
  ],
  ['a list is replaced', { tags: ['a', 'b'] }, [op('replace', at('tags'), ['c'])], { tags: ['c'] }],
  ['a value of a list is removed', { tags: ['a', 'B'] }, [op('remove', at('tags[value eq "b"]'))], { tags: ['a'] }],
  ['numbers of a list', { scores: [1, 2, 3] }, [op('remove', at('scores[value ge 2]'))], { scores: [1] }],
  [
    'a value path',
    { devices },
    [op('replace', at('devices[type eq "PHONE"].type'), 'tablet')],
    { devices: [{ ...devices[0], type: 'tablet' }, devices[1]!] },
  ],
  [
    'a value path over a part with several values',
    { devices },
    [op('remove', at('devices[ports eq 1]'))],
    { devices: [devices[1]!] },
  ],
  [
    'a value path that makes a value',
    undefined,
    [op('add', at('devices[type eq "phone"].value'), 'd')],
    { devices: [{ type: 'phone', value: 'd' }] },
  ],
  [
    'a part with several values',
    { desk: { keys: ['a'] } },
    [op('add', at('desk.keys'), ['b']), op('add', at('desk.keys'), 'c')],
    { desk: { keys: ['a', 'b', 'c'] } },
  ],
  [
    'a part of a list with several values',
    { devices },
    [op('add', at('devices[type eq "phone"].ports'), [2])],
    { devices: [{ ...devices[0], ports: [1, 2] }, devices[1]!] },
  ],
  [
    'a part of every value',
    { devices },
    [op('add', at('devices.ports'), 9)],
    {
      devices: [
        { ...devices[0], ports: [1, 9] },
        { ...devices[1], ports: [9] },
      ],
    },
  ],
  [
    'a new primary takes the mark',
    { devices },
    [op('replace', at('devices[type eq "phone"].primary'), true)],
    {
      devices: [
        { ...devices[0], primary: true },
        { ...devices[1], primary: false },
      ],
    },
  ],
  ['active of an extension is no other', { active: true }, [op('remove', at('active'))], undefined],
  ['schemas of an extension is no other', undefined, [op('add', at('schemas'), ['x'])], { schemas: ['x'] }],
  [
    'what is never returned is not kept',
    { level: 1 },
    [op('add', at('pin'), '1'), op('add', at('devices[value eq "x"].unlock'), '1')],
    { level: 1 },
  ],
  ['what is set once, for the first time', undefined, [op('add', at('contract'), 'C1')], { contract: 'C1' }],
  ['what is set once, as it is', { contract: 'C1' }, [op('replace', at('contract'), 'c1')], { contract: 'c1' }],
  ['a reference by its id alone', undefined, [op('replace', at('assistant'), 'u')], { assistant: { value: 'u' } }],
  [
    'a reference that is taken away',
    { assistant: { value: 'u' } },
    [op('replace', at('assistant.value'), '')],
    undefined,
  ],
])('%s', (_, before, operations, after) => {
  expect(patched(before, ...operations).document[HR]).toEqual(after)
})

test.each<[JsonObject, string, string]>([
  [op('replace', at('rank'), 'x'), 'mutability', `${HR}:rank can't be changed. It is read-only.`],
  [op('replace', at('contract'), 'C2'), 'mutability', `${HR}:contract is set once`],
  [op('remove', at('contract')), 'mutability', `${HR}:contract is set once`],
  [op('remove', HR), 'mutability', `${HR}:contract is set once`],
  [op('replace', at('devices[type eq "phone"].value'), 'x'), 'mutability', 'devices.value, which is set once'],
  [op('replace', at('devices[type eq "phone"]'), { value: 'x' }), 'mutability', 'devices.value, which is set once'],
  [op('replace', at('devices.value'), 'x'), 'mutability', 'devices.value, which is set once'],
  [op('replace', at('level'), 'x'), 'invalidValue', 'level must be a whole number'],
  [op('replace', at('nothing'), 'x'), 'invalidPath', 'names nothing that a User has'],
  [op('replace', at('level[value eq 1]'), 2), 'invalidPath', 'level has one value'],
  [op('replace', at('devices[nope eq 1].type'), 'x'), 'invalidFilter', 'nope'],
])('%j is refused: %s, %s', (operation, scimType, detail) => {
  const before = { contract: 'C1', devices }
  expect(() => patched(before, operation)).toThrowError(
    expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
  )
})

const patchedGroup = (team: JsonObject | undefined, ...operations: JsonObject[]) =>
  patchGroup(
    extended,
    { displayName: 'g', ...(team && { [TEAM]: team }) },
    readPatch(extended, { Operations: operations }).operations,
  )

test('members of an extension are no members', () => {
  const { document, members } = patchedGroup({ code: 'x' }, op('add', `${TEAM}:members`, ['a']))
  expect(members).toBeUndefined()
  expect(document[TEAM]).toEqual({ code: 'x', members: ['a'] })
})

test('what a group extension requires can go with the whole extension alone', () => {
  expect(patchedGroup({ code: 'x' }, op('remove', `${TEAM}:code`)).document[TEAM]).toBeUndefined()
  for (const operation of [op('remove', `${TEAM}:code`), op('replace', `${TEAM}:code`, null)])
    expect(() => patchedGroup({ code: 'x', budget: 1 }, operation)).toThrowError(
      expect.objectContaining({ scimType: 'invalidValue', detail: expect.stringContaining(`${TEAM}:code`) }),
    )
})

test('what was made required later does not stand in the way of another change', () => {
  const { document } = patchedGroup({ budget: 1 }, op('replace', 'displayName', 'h'))
  expect(document).toEqual({ displayName: 'h', [TEAM]: { budget: 1 } })
})
