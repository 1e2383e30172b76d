import { describe, expect, test } from 'vitest'
import { ann, op, patchAnn } from '@/lib/testing/patching'
import type { Json } from '../json'
import { ENTERPRISE_URN as ENT } from '../schema/urns'

describe('what is refused', () => {
  const cases: [rule: string, operations: Json, scimType: string, detail: string][] = [
    ['unknown op', [op('move', 'title', 'x')], 'invalidSyntax', 'add'],
    ['no operations', [], 'invalidSyntax', 'empty'],
    ['an operation that is no object', ['x'], 'invalidSyntax', 'object'],
    ['add without value', [op('add', 'title')], 'invalidValue', 'title'],
    ['a path that is no text', [{ op: 'remove', path: 5 }], 'invalidPath', 'number 5'],
    ['a path that can not be read', [op('replace', 'name..x', 'x')], 'invalidPath', 'name..x'],
    ['a filter that can not be read', [op('remove', 'emails[type is "x"]')], 'invalidFilter', 'operator'],
    ['an unknown path alone', [op('replace', 'shoeSize', 4)], 'invalidPath', 'shoeSize'],
    ['only unknown paths', [op('replace', 'shoeSize', 4), op('add', 'name.nick', 'x')], 'invalidPath', 'shoeSize'],
    ['an unknown schema', [op('replace', 'urn:x:y:2.0:User:size', 4)], 'invalidPath', 'urn:x'],
    ['only unknown names in a value', [{ op: 'replace', value: { shoeSize: 4 } }], 'invalidValue', 'shoeSize'],
    ['an empty value', [{ op: 'replace', value: {} }], 'invalidValue', 'empty'],
    ['a value that is no object without path', [{ op: 'replace', value: 'x' }], 'invalidValue', 'object'],
    ['remove without path', [{ op: 'remove' }], 'noTarget', 'path'],
    ['the id', [op('replace', 'id', 'x')], 'mutability', 'stays'],
    ['meta', [op('replace', 'meta.created', '2020-01-01T00:00:00Z')], 'mutability', 'meta'],
    ['groups', [op('add', 'groups', [{ value: 'g' }])], 'mutability', 'members of the groups'],
    ['userName removed', [op('remove', 'userName')], 'mutability', 'required'],
    ['userName null', [op('replace', 'userName', null)], 'invalidValue', 'required'],
    ['userName blank', [op('replace', 'userName', ' ')], 'invalidValue', 'blank'],
    [
      'active ""',
      [op('replace', 'active', '')],
      'invalidValue',
      'active must be true or false, but an empty text was sent',
    ],
    ['active 1', [op('replace', 'active', 1)], 'invalidValue', 'number 1'],
    ['title as number', [op('replace', 'title', 5)], 'invalidValue', 'title must be text'],
    ['name as text', [op('replace', 'name', 'x')], 'invalidValue', 'name must be an object with formatted'],
    [
      'replace where a filter that is no eq matches nothing',
      [op('replace', 'emails[value co "q"].value', 'x')],
      'noTarget',
      'emails',
    ],
    ['or creates nothing', [op('replace', 'emails[type eq "a" or type eq "b"].value', 'x')], 'noTarget', 'emails'],
    ['an unknown name in the brackets', [op('replace', 'emails[kind eq "a"].value', 'x')], 'invalidFilter', 'kind'],
    [
      'brackets after a single value',
      [op('replace', 'name[givenName eq "a"].familyName', 'x')],
      'invalidPath',
      'one value',
    ],
    ['brackets after a part', [op('replace', 'emails.value[type eq "a"]', 'x')], 'invalidPath', 'brackets'],
    [
      'gt on a boolean in the brackets',
      [op('replace', 'emails[primary gt true].value', 'x')],
      'invalidFilter',
      'primary',
    ],
    ['a bulkId that nobody has', [op('replace', `${ENT}:manager`, { value: 'bulkId:q' })], 'invalidValue', 'bulkId:q'],
  ]
  test.each(cases)('%s', (_rule, operations, scimType, detail) => {
    expect(() => patchAnn(ann, operations)).toThrowError(
      expect.objectContaining({ status: 400, scimType, detail: expect.stringContaining(detail) }),
    )
  })

  test('says which operation it was', () => {
    expect(() => patchAnn(ann, [op('replace', 'title', 'x'), op('replace', 'active', '')])).toThrow(
      'Operation 2 of 2: active',
    )
  })

  test('more than 10,000 operations', () => {
    const many = Array.from({ length: 10_001 }, () => op('replace', 'title', 'x'))
    expect(() => patchAnn(ann, many)).toThrowError(
      expect.objectContaining({ status: 413, detail: expect.stringContaining('10,000') }),
    )
  })
})
