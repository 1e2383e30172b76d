import { expect, test } from 'vitest'
import { limits } from '@/lib/scim'
import { loggedRequest, loggedResponse } from './log-body'
import { redactChanges } from './redact-changes'
import { redactJson, redactUrl } from './redact'

const ENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

test.each([
  ['a password', { userName: 'a', password: 'p' }, [], { userName: 'a', password: '[redacted]' }],
  ['in any case', { PassWord: 'p' }, [], { PassWord: '[redacted]' }],
  [
    'tokens and secrets',
    { access_token: 't', clientSecret: 's' },
    [],
    { access_token: '[redacted]', clientSecret: '[redacted]' },
  ],
  [
    'in a PATCH without a path',
    { Operations: [{ op: 'add', value: { password: 'p' } }] },
    [],
    { Operations: [{ op: 'add', value: { password: '[redacted]' } }] },
  ],
  [
    'as the path of a PATCH',
    { operations: [{ OP: 'add', Path: 'password', Value: 'p' }] },
    [],
    { operations: [{ OP: 'add', Path: 'password', Value: '[redacted]' }] },
  ],
  [
    'in Bulk',
    { Operations: [{ method: 'PATCH', data: { Operations: [{ op: 'add', path: 'password', value: 'p' }] } }] },
    [],
    { Operations: [{ method: 'PATCH', data: { Operations: [{ op: 'add', path: 'password', value: '[redacted]' }] } }] },
  ],
  [
    'a part of an attribute',
    { name: { familyName: 'B', givenName: 'A' } },
    ['name.familyName'],
    { name: { familyName: '[redacted]', givenName: 'A' } },
  ],
  ['a dotted name', { 'name.familyName': 'B' }, ['name.familyName'], { 'name.familyName': '[redacted]' }],
  [
    'a part, where the path names the whole',
    { op: 'replace', path: 'name', value: { familyName: 'B' } },
    ['name.familyName'],
    { op: 'replace', path: 'name', value: { familyName: '[redacted]' } },
  ],
  [
    'a part, where the path names the part',
    { op: 'replace', path: 'name.familyName', value: 'B' },
    ['name'],
    { op: 'replace', path: 'name.familyName', value: '[redacted]' },
  ],
  [
    'an extension attribute',
    { [ENT]: { employeeNumber: '7', department: 'd' } },
    [`${ENT}:employeeNumber`],
    { [ENT]: { employeeNumber: '[redacted]', department: 'd' } },
  ],
  [
    'a qualified name',
    { [`${ENT}:employeeNumber`]: '7' },
    ['employeeNumber'],
    { [`${ENT}:employeeNumber`]: '[redacted]' },
  ],
  [
    'literals in a path',
    { op: 'remove', path: 'emails[value eq "a@x" and type eq "work"]' },
    ['emails.value'],
    { op: 'remove', path: 'emails[value eq "[redacted]" and type eq "work"]' },
  ],
  [
    'a whole multi-valued attribute',
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'a@x' },
    ['emails'],
    { op: 'replace', path: 'emails[type eq "[redacted]"].value', value: '[redacted]' },
  ],
  [
    'literals in the filter of a search',
    { Filter: 'password eq "p" or title eq "t"', sortBy: 'password' },
    [],
    { Filter: 'password eq "[redacted]" or title eq "t"', sortBy: 'password' },
  ],
])('%s is left out', (_, body, names, expected) => {
  expect(redactJson(body, names)).toEqual(expected)
})

test('a URL keeps everything but what is redacted', () => {
  expect(redactUrl('/Users?filter=userName eq "a"&count=1', [])).toBe('/Users?filter=userName eq "a"&count=1')
  const url = redactUrl(`/Users?filter=${encodeURIComponent('password eq "hunter2" and title eq "x"')}`, [])
  expect(decodeURIComponent(url)).toBe('/Users?filter=password eq "[redacted]" and title eq "x"')
  expect(decodeURIComponent(redactUrl('/Users?access_token=abc', []))).toBe('/Users?access_token=[redacted]')
})

test.each([
  ['emails eq "a@x"', 'emails eq "[redacted]"'],
  ['title eq "t" and emails[value eq "a@x"]', 'title eq "t" and emails[value eq "[redacted]"]'],
  ['emails[type eq "work"].value eq "a@x"', 'emails[type eq "work"].value eq "[redacted]"'],
  ['emails[type eq "]"] and value eq "v"', 'emails[type eq "]"] and value eq "v"'],
  ['name.familyName sw "B" or phoneNumbers.value pr', 'name.familyName sw "[redacted]" or phoneNumbers.value pr'],
  ['not (urn:x:2.0:User:Emails.Value eq null)', 'not (urn:x:2.0:User:Emails.Value eq "[redacted]")'],
  ['title eq "emails.value eq \\"a@x\\""', 'title eq "emails.value eq \\"a@x\\""'],
])('in a filter: %s', (filter, expected) => {
  const names = ['emails.value', 'name']
  expect(redactJson({ filter }, names)).toEqual({ filter: expected })
  const url = redactUrl(`/Users?filter=${encodeURIComponent(filter)}`, names)
  expect(new URLSearchParams(url.slice(url.indexOf('?'))).get('filter')).toBe(expected)
  const text = JSON.stringify({ filter })
  expect(loggedRequest(text, JSON.parse(text), names).text).toBe(JSON.stringify({ filter: expected }))
})

test('a body without anything to leave out is kept as it came', () => {
  expect(loggedRequest('{ "userName" : "a" }', { userName: 'a' }, [])).toEqual({
    text: '{ "userName" : "a" }',
    cut: null,
  })
})

test.each(['{"password":"hunter2"', '{"pass\\u0077ord":"hunter2",'])(
  '%s can’t be read, so that it is left out whole',
  (text) => {
    expect(loggedRequest(text, undefined, []).text).not.toContain('hunter2')
  },
)

test('a name spelt with escapes is seen through', () => {
  const text = '{"pass\\u0077ord":"hunter2"}'
  expect(loggedRequest(text, JSON.parse(text), []).text).toBe('{"password":"[redacted]"}')
})

test('a long body is cut between characters, and its size is kept', () => {
  const text = JSON.stringify({ title: 'é'.repeat(limits.logBodyBytes) })
  const kept = loggedRequest(text, JSON.parse(text), [])
  expect(kept.cut).toBe(Buffer.byteLength(text))
  expect(Buffer.byteLength(kept.text!)).toBeLessThanOrEqual(limits.logBodyBytes)
  expect(kept.text).not.toContain('\ufffd')
})

test('an answer without its redacted attributes', () => {
  expect(loggedResponse({ userName: 'a', title: 't' }, ['title']).text).toBe('{"userName":"a","title":"[redacted]"}')
})

test('changes of redacted attributes are kept without their values', () => {
  const changes = [
    { attribute: 'name.familyName', before: 'A', after: 'B' },
    { attribute: 'title', after: 'T' },
  ]
  expect(redactChanges(changes, ['name'])).toEqual([
    { attribute: 'name.familyName', before: '[redacted]', after: '[redacted]' },
    { attribute: 'title', after: 'T' },
  ])
})
