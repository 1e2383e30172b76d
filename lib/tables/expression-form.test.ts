import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFilter } from '@/lib/scim'
import { operatorsOf } from './attribute-operators'
import { expressionOf, formPart } from './expression'
import { formOf } from './expression-form'
import { isUnary, type FilterValue } from './filter-value'
import type { FilterSpec, TableSpec } from './spec'
import { groupsSpec } from './specs/groups'
import { syncLogsSpec } from './specs/sync-logs'
import { usersSpec } from './specs/users'

const users = usersSpec(
  [
    { value: 'userName', label: 'userName' },
    { value: 'title', label: 'title' },
    { value: 'emails.primary', label: 'emails.primary', type: 'flag' },
    { value: 'hiredAt', label: 'hiredAt', type: 'time' },
    { value: 'urn:example:badge:level', label: 'level', type: 'number' },
  ],
  [],
)
const tables = [users, groupsSpec([], []), syncLogsSpec]
const now = new Date('2026-11-24T14:00:00.000Z')

const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((each) => each === each.trim())
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const valueOf = (field: FilterSpec): fc.Arbitrary<FilterValue> => {
  switch (field.kind) {
    case 'text':
      return fc
        .record({ op: fc.constantFrom(...field.operators), text })
        .map((term) => ({ kind: 'text', op: term.op, text: isUnary(term.op) ? '' : term.text }))
    case 'oneOf':
      return fc.constantFrom(...field.options).map(({ value }) => ({ kind: 'oneOf', value }))
    case 'anyOf':
      return fc
        .subarray(field.options, { minLength: 1 })
        .map((options) => ({ kind: 'anyOf', values: options.map(({ value }) => value) }))
    case 'timeRange':
      return fc.tuple(instant, fc.option(instant, { nil: undefined })).map(([a, b]) => {
        const [from = a, to] = b === undefined ? [a] : [a, b].sort()
        return { kind: 'timeRange', from, ...(to && { to }) }
      })
    case 'attribute':
      return fc
        .array(
          fc.oneof(
            fc.record({ attribute: fc.constant('title'), op: fc.constantFrom(...operatorsOf({})), text }),
            fc.record({
              attribute: fc.constant('hiredAt'),
              op: fc.constantFrom(...operatorsOf({ type: 'time' })),
              text: instant,
            }),
            fc.record({
              attribute: fc.constant('urn:example:badge:level'),
              op: fc.constantFrom(...operatorsOf({ type: 'number' })),
              text: fc.integer().map(String),
            }),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((terms) => ({
          kind: 'attribute',
          terms: terms.map((term) => ({ ...term, text: isUnary(term.op) ? '' : term.text })),
        }))
  }
}
const formFor = (spec: TableSpec): fc.Arbitrary<Record<string, FilterValue>> =>
  fc
    .record(Object.fromEntries(formPart(spec).filters.map((field) => [field.id, valueOf(field)])), { requiredKeys: [] })
    .map((form) => form as Record<string, FilterValue>)

describe.each(tables)('$title', (spec) => {
  test('what the form stands for is shown by the form as it was', () => {
    fc.assert(
      fc.property(formFor(spec), (form) => {
        const expression = expressionOf(spec, form, now)
        if (expression) expect(formOf(spec, parseFilter(expression))).toEqual(form)
      }),
    )
  })
})

test.each<[TableSpec, string, Record<string, FilterValue>]>([
  [users, 'USERNAME eq "ann"', { userName: { kind: 'text', op: 'is', text: 'ann' } }],
  [
    users,
    'active eq true and userName co "a"',
    { userName: { kind: 'text', op: 'contains', text: 'a' }, status: { kind: 'oneOf', value: 'active' } },
  ],
  [
    users,
    'userName sw "a" and userName ew "z"',
    {
      userName: { kind: 'text', op: 'startsWith', text: 'a' },
      attribute: { kind: 'attribute', terms: [{ attribute: 'userName', op: 'endsWith', text: 'z' }] },
    },
  ],
  [
    users,
    'meta.lastModified ge "2026-11-01T00:00:00Z"',
    { updated: { kind: 'timeRange', from: '2026-11-01T00:00:00.000Z' } },
  ],
  [syncLogsSpec, 'status ge 500 or status eq 409', { status: { kind: 'anyOf', values: ['409', '5xx'] } }],
])('the form of %#: %s', (spec, expression, form) => expect(formOf(spec, parseFilter(expression))).toEqual(form))

test.each([
  [users, 'userName eq "a" or userName eq "b"'],
  [users, 'userName eq " ann "'],
  [users, 'userName gt "m"'],
  [users, 'active eq true and active eq false'],
  [users, 'emails[type eq "work" and value co "@x"]'],
  [users, 'title eq null'],
  [users, 'meta.lastModified ge "2026-11-01T00:00:00+01:00"'],
  [users, 'meta.lastModified ge "2026-11-02T00:00:00Z" and meta.lastModified le "2026-11-01T00:00:00Z"'],
  [users, 'urn:example:badge:level eq "7"'],
  [users, 'urn:example:badge:level ge "seven"'],
  [users, 'hiredAt ge "soon"'],
  [users, 'title ge "m"'],
  [users, 'not (userName co "a")'],
  [syncLogsSpec, 'status eq 418'],
  [syncLogsSpec, 'requestTime ge "2026-11-01T00:00:00Z"'],
])('the form has nothing for %#: %s', (spec, expression) =>
  expect(formOf(spec, parseFilter(expression))).toBeUndefined(),
)
