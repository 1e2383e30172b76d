import { describe, expect, test } from 'vitest'
import { annWithEmails, homeEmail, op, patchAnn } from '@/lib/testing/patching'
import type { JsonObject } from '../../json'
import { createRegistry } from '../../schema/registry'
import { ENTERPRISE_URN as ENT } from '../../schema/urns'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })

describe('Strict', () => {
  const cases: [rule: string, operations: JsonObject[], scimType: string][] = [
    ['operation-case', [op('Replace', 'title', 'x')], 'invalidSyntax'],
    ['boolean-strings', [op('replace', 'active', 'False')], 'invalidValue'],
    ['boolean-strings in brackets', [op('remove', 'emails[primary eq "True"]')], 'invalidFilter'],
    ['bare-extension-names', [op('replace', 'department', 'x')], 'invalidPath'],
    ['dot-after-urn', [op('replace', `${ENT}.department`, 'x')], 'invalidPath'],
    ['legacy-urns', [op('replace', 'urn:scim:schemas:extension:enterprise:1.0:department', 'x')], 'invalidPath'],
    ['create-filtered-element', [op('replace', 'phoneNumbers[type eq "work"].value', 'x')], 'noTarget'],
    ['remove-by-value', [op('remove', 'emails', [homeEmail])], 'invalidValue'],
    ['single-for-list', [op('replace', 'emails', 'x')], 'invalidValue'],
    ['bare-values', [op('replace', 'emails', ['x'])], 'invalidValue'],
    ['manager-forms', [op('replace', `${ENT}:manager`, 'x')], 'invalidValue'],
    [
      'several-primaries',
      [
        op('add', 'emails', [
          { value: '1', primary: true },
          { value: '2', primary: true },
        ]),
      ],
      'invalidValue',
    ],
    ['qualified-keys', [{ op: 'replace', value: { 'name.givenName': 'x' } }], 'invalidValue'],
    ['skip-unknown-paths', [op('replace', 'active', false), op('replace', 'shoeSize', 4)], 'invalidPath'],
  ]
  test.each(cases)('%s is off', (_rule, operations, scimType) => {
    expect(() => patchAnn(annWithEmails, operations, strict)).toThrowError(
      expect.objectContaining({ status: 400, scimType }),
    )
  })

  test('merge-filtered-value is off: the object takes the place of the value, what the filter says stays', () => {
    const { document } = patchAnn(annWithEmails, [op('replace', 'emails[type eq "work"]', { value: 'b@x' })], strict)
    expect(document.emails).toEqual([{ type: 'work', value: 'b@x' }, homeEmail])
  })
})
