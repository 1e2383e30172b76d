import { describe, expect, test } from 'vitest'
import { extended, HR } from '@/lib/testing/extensions'
import type { JsonObject } from '../json'
import { parseAttrPath } from '../path/attr-path'
import { parsePatchPath } from '../path/patch-path'
import { canonicalName, resolveAttr } from '../path/resolve'
import { sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'
import { evaluateFilter } from './evaluate'
import { parseFilter } from './parse'

const holds = (text: string, document: JsonObject) => evaluateFilter(extended, 'User', parseFilter(text), document)

test.each<[text: string, document: JsonObject, expected: boolean]>([
  // What was stored under another definition.
  ['title eq "5"', { title: 5 }, false],
  ['name[givenName eq "a"]', { name: { givenName: 'A' } }, true],
  ['name[givenName eq "a"]', { name: null }, false],
  [`${ENT}:manager[value eq "x"]`, {}, false],
  [`${HR}:desk pr`, { [HR]: { desk: { keys: [''] } } }, false],
  [`${HR}:desk pr`, { [HR]: { desk: { keys: ['', 'k'] } } }, true],
])('%s of %j is %s', (text, document, expected) => expect(holds(text, document)).toBe(expected))

test.each([
  ['nope eq 1', 'no attribute "nope"'],
  ['active eq 5', 'active is true or false'],
  [`a ${'x'.repeat(50)} 1`, `there is "${'x'.repeat(40)}…"`],
])('%s is refused', (text, detail) => {
  expect(() => holds(text, {})).toThrowError(
    expect.objectContaining({ scimType: 'invalidFilter', detail: expect.stringContaining(detail) as string }) as Error,
  )
})

describe('names', () => {
  test.each([
    ['urn:scim:schemas:core:1.0.userName', 'userName'],
    ['urn:scim:schemas:core:1.0:userName', 'userName'],
    ['urn:scim:schemas:core:1.0x:userName', undefined],
    [`${USER_URN}:userName`, 'userName'],
    [`${USER_URN}x:userName`, undefined],
  ])('%s means %s', (text, name) => expect(resolveAttr(sharedRegistry, 'User', { text })?.name).toBe(name))

  test.each([
    ['EMAILS.Value', 'emails.value'],
    ['members', 'members'],
    ['department', `${ENT}:department`],
    [ENT, undefined],
    ['nope', undefined],
  ])('%s is spelled %s', (text, name) => expect(canonicalName(sharedRegistry, text)).toBe(name))

  test('what is none is shown, a long one by its beginning', () => {
    expect(() => parseAttrPath('a b')).toThrow('"a b" is not an attribute name')
    expect(parseAttrPath(' name.givenName ')).toMatchObject({ name: 'name', sub: 'givenName' })
    expect(() => parsePatchPath('é'.repeat(200))).toThrow(`"${'é'.repeat(99)}…"`)
  })
})
