import { expect, test } from 'vitest'
import { expressionOf, formPart, narrowed } from './expression'
import { groupsSpec } from './specs/groups'
import { syncLogsSpec } from './specs/sync-logs'
import { usersSpec } from './specs/users'
import type { AttributeOption, TableSpec } from './spec'
import { parseView } from './view-state'

const now = new Date('2026-11-24T14:00:00.000Z')
const context = { provider: 'okta', providers: ['okta'] }
const attributes = ['title', 'emails.value', 'urn:example:badge:color'].map((value) => ({ value, label: value }))
const typed: AttributeOption[] = [
  { value: 'emails.primary', label: '', type: 'flag' },
  { value: 'urn:example:badge:level', label: '', type: 'number' },
  { value: 'hiredAt', label: '', type: 'time' },
]
const said = (spec: TableSpec, query: string) =>
  expressionOf(spec, parseView(spec, new URLSearchParams(query), context).view.filters, now)

test.each([
  ['', ''],
  ['userName=contains:Ann', 'userName co "Ann"'],
  ['userName=isNot:Ann', 'not (userName eq "Ann")'],
  ['userName=endsWith:"x\\"', 'userName ew "\\"x\\\\\\""'],
  ['group=empty', 'not (groups.display pr)'],
  ['updated=7d&status=inactive', 'meta.lastModified ge "2026-11-17T14:00:00.000Z" and active eq false'],
  ['updated=..2026-11-01T00:00:00Z', 'meta.lastModified le "2026-11-01T00:00:00.000Z"'],
  ['attribute=title:is:Agent&attribute=emails.value:notEmpty', 'title eq "Agent" and emails.value pr'],
  ['attribute=emails.primary:is:True', 'emails.primary eq true'],
  ['attribute=urn%253Aexample%253Abadge%253Alevel:isNot:-07.50', 'not (urn:example:badge:level eq -7.5)'],
  ['attribute=urn%253Aexample%253Abadge%253Alevel:atLeast:7', 'urn:example:badge:level ge 7'],
  ['attribute=hiredAt:atMost:2026-01-02T00:00:00Z', 'hiredAt le "2026-01-02T00:00:00Z"'],
  ['attribute=title:is:7', 'title eq "7"'],
  ['attribute=urn%253Aexample%253Abadge%253Acolor:startsWith:re', 'urn:example:badge:color sw "re"'],
])('users: %s', (query, expression) => expect(said(usersSpec([...attributes, ...typed], []), query)).toBe(expression))

test.each([
  ['name=startsWith:Eng', 'displayName sw "Eng"'],
  ['id=is: 0197 &userName=is:ann', 'id eq "0197"'],
])('groups: %s', (query, expression) => expect(said(groupsSpec([], []), query)).toBe(expression))

const twoWeeks = 'requestTime ge "2026-11-10T14:00:00.000Z"'
test.each([
  ['', twoWeeks],
  ['status=409,5xx', `${twoWeeks} and (status eq 409 or status ge 500)`],
  ['status=201&method=POST,PUT', `${twoWeeks} and status eq 201 and (method eq "POST" or method eq "PUT")`],
  ['duration=over-3000&entityType=group', `${twoWeeks} and entity.type eq "Group" and duration gt 3000`],
  ['duration=to-200&payload=is:0197', `${twoWeeks} and payload eq "0197" and duration le 200`],
])('sync logs: %s', (query, expression) => expect(said(syncLogsSpec, query)).toBe(expression))

test('what stands beside an expression is no part of it', () => {
  expect(said(formPart(syncLogsSpec), 'status=409')).toBe('status eq 409')
  expect(formPart(groupsSpec([], [])).filters.map(({ id }) => id)).toEqual(['name', 'updated', 'id', 'externalId'])
})

test('an expression is narrowed as a whole', () => {
  expect(narrowed('a eq 1 or b eq 2', 'c pr')).toBe('(a eq 1 or b eq 2) and c pr')
  expect(narrowed('a eq 1 and b eq 2', 'c pr')).toBe('a eq 1 and b eq 2 and c pr')
})
