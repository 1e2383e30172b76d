import { expect, test } from 'vitest'
import { ann, annWithEmails, homeEmail, op, patchAnn, type PatchCase, workEmail } from '@/lib/testing/patching'
import { equalJson } from '../json'

const cases: PatchCase[] = [
  [
    'add to a list',
    annWithEmails,
    [op('add', 'emails', [{ value: 'o@x', type: 'other' }])],
    { ...ann, emails: [workEmail, homeEmail, { value: 'o@x', type: 'other' }] },
  ],
  [
    'adding what is there makes no double',
    annWithEmails,
    [op('add', 'emails', [{ value: 'A@X', type: 'WORK' }])],
    annWithEmails,
  ],
  ['adding what is there without its type', annWithEmails, [op('add', 'emails', [{ value: 'h@x' }])], annWithEmails],
  [
    'the same value with another type is another',
    annWithEmails,
    [op('add', 'emails', [{ value: 'a@x', type: 'home' }])],
    { ...ann, emails: [workEmail, homeEmail, { value: 'a@x', type: 'home' }] },
  ],
  [
    'a new primary takes the mark',
    annWithEmails,
    [op('add', 'emails', [{ value: 'n@x', primary: true }])],
    { ...ann, emails: [{ ...workEmail, primary: false }, homeEmail, { value: 'n@x', primary: true }] },
  ],
  [
    'primary through a value path takes the mark',
    annWithEmails,
    [op('replace', 'emails[type eq "home"].primary', true)],
    {
      ...ann,
      emails: [
        { ...workEmail, primary: false },
        { ...homeEmail, primary: true },
      ],
    },
  ],
  [
    'of several new primaries the first wins',
    ann,
    [
      op('add', 'emails', [
        { value: '1', primary: true },
        { value: '2', primary: true },
      ]),
    ],
    {
      ...ann,
      emails: [
        { value: '1', primary: true },
        { value: '2', primary: false },
      ],
    },
    ['several-primaries'],
  ],
  ['replace a list', annWithEmails, [op('replace', 'emails', [homeEmail])], { ...ann, emails: [homeEmail] }],
  [
    'replace a list with one object',
    annWithEmails,
    [op('replace', 'emails', homeEmail)],
    { ...ann, emails: [homeEmail] },
    [],
  ],
  [
    'replace a list with bare values',
    ann,
    [op('replace', 'emails', ['q@x'])],
    { ...ann, emails: [{ value: 'q@x' }] },
    ['bare-values'],
  ],
  ['replace a list with []', annWithEmails, [op('replace', 'emails', [])], ann],
  ['remove a list', annWithEmails, [op('remove', 'emails')], ann],
  [
    'remove by value',
    annWithEmails,
    [op('remove', 'emails', [{ value: 'H@x' }])],
    { ...ann, emails: [workEmail] },
    ['remove-by-value'],
  ],
  ['remove no value removes nothing', annWithEmails, [op('remove', 'emails', [])], annWithEmails, ['remove-by-value']],

  [
    'value path, part',
    annWithEmails,
    [op('replace', 'emails[type eq "work"].value', 'b@x')],
    { ...ann, emails: [{ ...workEmail, value: 'b@x' }, homeEmail] },
  ],
  [
    'value path in other case',
    annWithEmails,
    [op('replace', 'EMAILS[TYPE EQ "WORK"].VALUE', 'b@x')],
    { ...ann, emails: [{ ...workEmail, value: 'b@x' }, homeEmail] },
  ],
  [
    'value path that matches several changes all',
    annWithEmails,
    [op('replace', 'emails[value ew "@x"].display', 'd')],
    {
      ...ann,
      emails: [
        { ...workEmail, display: 'd' },
        { ...homeEmail, display: 'd' },
      ],
    },
  ],
  [
    'value path, object is merged',
    annWithEmails,
    [op('replace', 'emails[type eq "work"]', { value: 'b@x' })],
    { ...ann, emails: [{ ...workEmail, value: 'b@x' }, homeEmail] },
    ['merge-filtered-value'],
  ],
  [
    'what the filter names stays',
    annWithEmails,
    [op('replace', 'emails[type eq "work"]', { type: 'other', value: 'b@x' })],
    { ...ann, emails: [{ ...workEmail, value: 'b@x' }, homeEmail] },
    ['merge-filtered-value'],
  ],
  [
    'value path that matches nothing creates (replace)',
    ann,
    [op('replace', 'emails[type eq "work"].value', 'b@x')],
    { ...ann, emails: [{ type: 'work', value: 'b@x' }] },
    ['create-filtered-element'],
  ],
  [
    'value path that matches nothing creates (add, object)',
    ann,
    [op('add', 'emails[type eq "work"]', { value: 'b@x' })],
    { ...ann, emails: [{ type: 'work', value: 'b@x' }] },
    ['create-filtered-element'],
  ],
  [
    '"and" of "eq" creates',
    ann,
    [op('add', 'emails[type eq "work" and primary eq true].value', 'b@x')],
    { ...ann, emails: [{ type: 'work', primary: true, value: 'b@x' }] },
    ['create-filtered-element'],
  ],
  [
    'an empty text creates nothing',
    ann,
    [op('replace', 'emails[type eq "work"].value', '')],
    ann,
    ['create-filtered-element'],
  ],
  [
    'roles[primary eq "True"] (validator)',
    ann,
    [
      op('replace', 'roles[primary eq "True"].display', 'D'),
      op('replace', 'roles[primary eq "True"].value', 'V'),
      op('replace', 'roles[primary eq "True"].type', 'T'),
    ],
    { ...ann, roles: [{ primary: true, display: 'D', value: 'V', type: 'T' }] },
    ['boolean-strings', 'create-filtered-element'],
  ],
  [
    'a missing primary counts as false',
    annWithEmails,
    [op('remove', 'emails[primary eq false]')],
    { ...ann, emails: [workEmail] },
  ],
  [
    'value path removes what matches',
    annWithEmails,
    [op('remove', 'emails[type eq "home"]')],
    { ...ann, emails: [workEmail] },
  ],
  ['value path removes nothing', annWithEmails, [op('remove', 'emails[type eq "other"]')], annWithEmails],
  [
    'value path removes a part',
    annWithEmails,
    [op('remove', 'emails[type eq "work"].primary')],
    { ...ann, emails: [{ type: 'work', value: 'a@x' }, homeEmail] },
  ],
  [
    'a value that is gone leaves no empty shell',
    annWithEmails,
    [op('remove', 'emails[type eq "work"].value')],
    { ...ann, emails: [homeEmail] },
  ],
  [
    'a part of every value',
    annWithEmails,
    [op('replace', 'emails.display', 'd')],
    {
      ...ann,
      emails: [
        { ...workEmail, display: 'd' },
        { ...homeEmail, display: 'd' },
      ],
    },
  ],
  [
    'a part where there is no value yet',
    ann,
    [op('add', 'emails.value', 'a@x')],
    { ...ann, emails: [{ value: 'a@x' }] },
  ],
]

test.each(cases)('%s', (_rule, before, operations, after, codes) => {
  const frozen = structuredClone(before)
  const result = patchAnn(before, operations)
  expect(result.document).toEqual(after)
  expect(result.changed).toBe(!equalJson(before, after))
  if (codes) expect(result.codes).toEqual(new Set(codes))
  expect(before).toEqual(frozen)
})

test('more than 2,000 values of one attribute', () => {
  const many = (from: number) => Array.from({ length: 1_500 }, (_, index) => ({ value: `${from + index}@x` }))
  const first = patchAnn(ann, [op('add', 'emails', many(0))]).document
  expect(first.emails).toHaveLength(1_500)
  expect(patchAnn(first, [op('add', 'emails', many(0))]).changed).toBe(false)
  expect(() => patchAnn(first, [op('add', 'emails', many(9_000))])).toThrowError(
    expect.objectContaining({ status: 413, detail: expect.stringContaining('emails has more than 2,000') }),
  )
})
