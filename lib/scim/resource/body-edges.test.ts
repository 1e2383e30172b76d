import { describe, expect, test } from 'vitest'
import { extended, HR } from '@/lib/testing/extensions'
import type { Json, JsonObject } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'
import { foldDocument } from './fold-document'
import { readGroup } from './read-group'
import { readUser } from './read-user'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const OLD = 'urn:scim:schemas:core:1.0'
const read = (body: JsonObject, registry = sharedRegistry) => {
  const { document, notes } = readUser(registry, { schemas: [USER_URN], userName: 'a', ...body })
  const { userName: _, active: __, ...rest } = document
  return { rest, notes: notes.map(({ code, path }) => `${code} ${path}`) }
}

test.each<[rule: string, body: JsonObject, rest: JsonObject, notes: string[]]>([
  ['an extension that is null', { [ENT]: null }, {}, []],
  ['an unknown name inside an extension', { [ENT]: { nope: 1 } }, {}, [`unknown-attribute ${ENT}:nope`]],
  ['core attributes under their URN', { [USER_URN]: { title: 'T' } }, { title: 'T' }, [`qualified-keys ${USER_URN}`]],
  [
    'parts before the whole',
    { 'name.givenName': 'A', name: { familyName: 'B' } },
    { name: { givenName: 'A', familyName: 'B' } },
    ['qualified-keys name.givenName', 'repeated-attribute name'],
  ],
  [
    'a part that nobody sets',
    { [`${ENT}:manager.displayName`]: 'X' },
    {},
    [`qualified-keys ${ENT}:manager.displayName`],
  ],
  ['a part that is no value', { 'name.givenName': null }, {}, ['qualified-keys name.givenName']],
  [
    'parts of a list',
    { emails: [{ type: 'work' }], 'emails.value': 'a' },
    { emails: [{ type: 'work', value: 'a' }] },
    ['qualified-keys emails.value'],
  ],
  [
    'a part of a list that is not there yet',
    { 'emails.value': 'a' },
    { emails: [{ value: 'a' }] },
    ['qualified-keys emails.value'],
  ],
  ['schemas of SCIM 1.1 and what is none', { schemas: [USER_URN, OLD, 5] }, {}, [`legacy-urns ${OLD}`]],
  [
    'a manager as a list of one id',
    { [ENT]: { manager: ['m'] } },
    { [ENT]: { manager: { value: 'm' } } },
    ['manager-forms manager'],
  ],
  [
    'a manager as a list of one object',
    { [ENT]: { manager: [{ value: 'm' }] } },
    { [ENT]: { manager: { value: 'm' } } },
    ['manager-forms manager'],
  ],
  ['a manager at no address', { [ENT]: { manager: { $ref: '/' } } }, {}, []],
])('%s', (_rule, body, rest, notes) => expect(read(body)).toEqual({ rest, notes }))

describe('in Strict', () => {
  test.each<[rule: string, body: JsonObject, rest: JsonObject, notes: string[]]>([
    ['the URN of the core schema is no key', { [USER_URN]: { title: 'T' } }, {}, []],
    ['an address is no id', { [ENT]: { manager: { $ref: 'https://x/Users/m' } } }, {}, []],
  ])('%s', (_rule, body, rest, notes) => expect(read(body, strict)).toEqual({ rest, notes }))

  test('a list is no manager', () => {
    expect(() => read({ [ENT]: { manager: [{ value: 'm' }] } }, strict)).toThrow('manager must be an object')
  })
})

test.each<[body: JsonObject, detail: string]>([
  [{ [ENT]: { manager: [''] } }, 'manager must be an object'],
  [{ [HR]: { hired: 5 } }, 'hired must be a date with time'],
])('%j is refused', (body, detail) => expect(() => read(body, extended)).toThrow(detail))

test('a part of the members is no list of them', () => {
  const body: Json = { schemas: [], displayName: 'G', 'members.value': 'x' }
  expect(readGroup(sharedRegistry, body).members).toBeUndefined()
})

test('a name of 300 letters is found by an index', () => {
  expect(read({ displayName: 'x'.repeat(300) }).rest).toEqual({ displayName: 'x'.repeat(300) })
})

test('what the schema has no more is not folded', () => {
  expect(foldDocument(sharedRegistry, 'User', { userName: ' A ', shoeSize: 'XL' })).toEqual({
    userName: 'a',
    shoeSize: 'XL',
  })
})
