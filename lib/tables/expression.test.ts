import { expect, test } from 'vitest'
import { groupsExpression, syncLogsExpression, usersExpression } from './expression'
import { groupsSpec } from './specs/groups'
import { syncLogsSpec } from './specs/sync-logs'
import { usersSpec } from './specs/users'
import { parseView } from './view-state'

const now = new Date('2026-11-24T14:00:00.000Z')
const context = { provider: 'okta', providers: ['okta'] }
const attributes = [
  'title',
  'emails.value',
  'emails.primary',
  'urn:example:badge:color',
  'urn:example:badge:level',
].map((value) => ({
  value,
  label: value,
}))
const users = (query: string) =>
  usersExpression(
    parseView(usersSpec(attributes), new URLSearchParams(query), context).view.filters,
    now,
    new Set(['emails.primary', 'urn:example:badge:level']),
  )
const groups = (query: string) =>
  groupsExpression(parseView(groupsSpec, new URLSearchParams(query), context).view.filters, now)
const logs = (query: string) =>
  syncLogsExpression(parseView(syncLogsSpec, new URLSearchParams(query), context).view.filters, now)

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
  ['attribute=title:is:7', 'title eq "7"'],
  ['attribute=urn%253Aexample%253Abadge%253Acolor:startsWith:re', 'urn:example:badge:color sw "re"'],
])('users: %s', (query, expression) => expect(users(query)).toBe(expression))

test.each([
  ['name=startsWith:Eng', 'displayName sw "Eng"'],
  ['id=is: 0197 &userName=is:ann', 'id eq "0197"'],
])('groups: %s', (query, expression) => expect(groups(query)).toBe(expression))

const twoWeeks = 'requestTime ge "2026-11-10T14:00:00.000Z"'
test.each([
  ['', twoWeeks],
  ['status=409,5xx', `${twoWeeks} and (status eq 409 or status ge 500)`],
  ['status=201&method=POST,PUT', `${twoWeeks} and status eq 201 and (method eq "POST" or method eq "PUT")`],
  ['duration=over-3000&entityType=group', `${twoWeeks} and entity.type eq "Group" and duration gt 3000`],
  ['duration=to-200&payload=is:0197', `${twoWeeks} and payload eq "0197" and duration le 200`],
])('sync logs: %s', (query, expression) => expect(logs(query)).toBe(expression))
