import { describe, expect, test } from 'vitest'
import { extended, HR } from '@/lib/testing/extensions'
import { ann, annWithEmails, op, patchAnn } from '@/lib/testing/patching'
import type { Json, JsonObject } from '../json'
import { ENTERPRISE_URN, USER_URN } from '../schema/urns'

const at = (path: string) => `${HR}:${path}`
const devices = (...list: JsonObject[]) => ({ [HR]: { devices: list } })

test.each<[rule: string, before: JsonObject, operation: JsonObject, after: JsonObject]>([
  [
    'a plain value is chosen and replaced',
    { [HR]: { tags: ['a', 'b'] } },
    op('replace', at('tags[value eq "a"]'), 'c'),
    { [HR]: { tags: ['c', 'b'] } },
  ],
  [
    'a value whose parts all go is gone',
    { emails: [{ value: 'a' }] },
    op('replace', 'emails[value eq "a"]', { value: null }),
    {},
  ],
  [
    'a list in a value is emptied',
    devices({ type: 'phone', ports: [1] }),
    op('replace', at('devices[ports eq 1].ports'), []),
    devices({ type: 'phone' }),
  ],
  [
    'and the value with it, where it had nothing else',
    devices({ ports: [1] }),
    op('replace', at('devices[ports eq 1].ports'), []),
    {},
  ],
  [
    'a list in a value is created from what the filter says',
    {},
    op('add', at('devices[ports eq 5].type'), 'phone'),
    devices({ ports: [5], type: 'phone' }),
  ],
  [
    'a missing mark is chosen as false, and stays missing',
    { emails: [{ value: 'a' }] },
    op('replace', 'emails[primary eq false]', { display: 'A' }),
    { emails: [{ value: 'a', display: 'A' }] },
  ],
  [
    'a part that the schema has no more does no harm',
    { addresses: [{ old: 'x' }] },
    op('add', 'addresses', [{ locality: 'Rome' }]),
    { addresses: [{ old: 'x' }, { locality: 'Rome' }] },
  ],
  [
    'a part taken from all values takes the values that had nothing else',
    { addresses: [{ locality: 'Rome' }, { locality: 'Oslo', country: 'NO' }] },
    op('remove', 'addresses.locality'),
    { addresses: [{ country: 'NO' }] },
  ],
  ['an empty text makes no value where there is none', {}, op('replace', 'emails.value', ''), {}],
  [
    'a list of one is the value for what the brackets chose',
    { emails: [{ value: 'a', type: 'work' }] },
    op('replace', 'emails[type eq "work"].value', ['b']),
    { emails: [{ value: 'b', type: 'work' }] },
  ],
  [
    'an object for what the brackets did not find takes what they say',
    {},
    op('replace', 'emails[type eq "work"]', { value: 'b', type: 'home' }),
    { emails: [{ value: 'b', type: 'work' }] },
  ],
  ['of which nothing is said, nothing is made', {}, op('replace', 'emails[type eq "work"]', { value: null }), {}],
  [
    'the same address is found whether it is primary or not',
    { addresses: [{ locality: 'Rome' }] },
    op('add', 'addresses', [{ locality: 'Rome', primary: true }]),
    { addresses: [{ locality: 'Rome', primary: true }] },
  ],
  [
    'an unknown part of a merged value is no reason to refuse the others',
    { name: { givenName: 'Ann' } },
    op('replace', 'name', { familyName: 'Lee', shoeSize: 4 }),
    { name: { givenName: 'Ann', familyName: 'Lee' } },
  ],
])('%s', (_rule, before, operation, after) => {
  expect(patchAnn({ ...ann, ...before }, [operation], extended).document).toEqual({ ...ann, ...after })
})

describe('what is refused', () => {
  test.each<[rule: string, operation: Json, scimType: string, detail: string]>([
    ['an unknown part of a chosen value', op('replace', 'emails[type eq "work"].nope', 'x'), 'invalidPath', 'nope'],
    ['a plain value that is not there', op('add', at('tags[value eq "x"]'), 'y'), 'noTarget', 'tags'],
    ['a schema whose value is no object', op('replace', ENTERPRISE_URN, 'x'), 'invalidValue', 'must be an object'],
    ['a text for a whole value', op('replace', 'addresses[type eq "work"]', 5), 'invalidValue', 'addresses'],
    ['the core schema, removed', op('remove', USER_URN), 'mutability', 'what makes this a User'],
    ['nothing to add', { op: 'add' }, 'invalidValue', 'The add has no "value"'],
    ['an op that is no text', { op: 5, path: 'title' }, 'invalidSyntax', 'the number 5'],
  ])('%s', (_rule, operation, scimType, detail) => {
    expect(() => patchAnn(annWithEmails, [operation], extended)).toThrowError(
      expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) as string }) as Error,
    )
  })
})

test('keys of a value that mean nothing are noted beside those that do', () => {
  const value = { title: 'T', 'emails[type eq "work"].nope': 1, 'emails[': 2 }
  const { document, notes } = patchAnn(ann, [{ op: 'replace', value }])
  expect(document).toEqual({ ...ann, title: 'T' })
  expect(notes.filter(({ code }) => code === 'unknown-attribute').map(({ path }) => path)).toEqual([
    'emails[type eq "work"].nope',
    'emails[',
  ])
})
