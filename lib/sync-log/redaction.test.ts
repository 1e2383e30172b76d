import { describe, expect, test } from 'vitest'
import { type Change, invalidValue, type Json, type JsonObject, limits } from '@/lib/scim'
import { database } from '@/lib/db/client'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { cutBody, requestText, responseText } from './log-body'
import { recordRefusal } from './record-refusal'
import { Redaction } from './redaction'
import { drain } from './refusal-queue'

useDatabase()

const HR = 'urn:example:hr:2.0:User'
const ENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

test.each<[string, Json, string[], Json]>([
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
    'the plain form of a complex attribute',
    { manager: 'm1', [ENT]: { manager: 'm1' }, emails: ['a@x', { value: 'b@x', type: 'work' }] },
    ['manager.value', 'emails.value'],
    {
      manager: '[redacted]',
      [ENT]: { manager: '[redacted]' },
      emails: ['[redacted]', { value: '[redacted]', type: 'work' }],
    },
  ],
  [
    'the plain form in a PATCH',
    { op: 'replace', path: 'emails', value: 'a@x' },
    ['emails.value'],
    { op: 'replace', path: 'emails', value: '[redacted]' },
  ],
  [
    'a part whose whole is left out, by a dotted name',
    { 'name.familyName': 'B' },
    ['name'],
    { 'name.familyName': '[redacted]' },
  ],
  [
    'a value path as a name',
    { op: 'add', value: { 'emails[value eq "a]b" and type eq "work"].display': 'x' } },
    ['emails'],
    { op: 'add', value: { 'emails[value eq "[redacted]" and type eq "[redacted]"].display': '[redacted]' } },
  ],
  [
    'a literal in a name',
    { 'emails[value eq "a@x"].type': 'work' },
    ['emails.value'],
    { 'emails[value eq "[redacted]"].type': 'work' },
  ],
  [
    'a part of an extension’s attribute',
    {
      [HR]: { desk: { room: 'r', floor: 1 } },
      [`${HR}:desk.room`]: 'r',
      Operations: [{ op: 'add', path: HR, value: { DESK: { Room: 'r' } } }],
    },
    [`${HR}:desk.room`],
    {
      [HR]: { desk: { room: '[redacted]', floor: 1 } },
      [`${HR}:desk.room`]: '[redacted]',
      Operations: [{ op: 'add', path: HR, value: { DESK: { Room: '[redacted]' } } }],
    },
  ],
  [
    'a path that can’t be read',
    { op: 'add', path: 'ssn = "1-2"', value: 1 },
    ['ssn'],
    { op: 'add', path: '[redacted]', value: 1 },
  ],
  [
    'but not a secretary, nor what is no value',
    { secretary: 's', title: null },
    ['title'],
    { secretary: 's', title: null },
  ],
])('%s is left out', (_, body, names, expected) => {
  expect(new Redaction(names).json(body)).toEqual(expected)
})

const urlOf = (url: string, names: string[]) => new Redaction(names).url(url)
const loggedRequest = (text: string, body: unknown, names: string[]) =>
  cutBody(requestText(text, body, new Redaction(names)), Buffer.byteLength(text))

test('a URL keeps everything but what is redacted', () => {
  expect(urlOf('/Users?filter=userName eq "a"&count=1', [])).toBe('/Users?filter=userName eq "a"&count=1')
  const url = urlOf(`/Users?filter=${encodeURIComponent('password eq "hunter2" and title eq "x"')}`, [])
  expect(decodeURIComponent(url)).toBe('/Users?filter=password eq "[redacted]" and title eq "x"')
  expect(decodeURIComponent(urlOf('/Users?access_token=abc', []))).toBe('/Users?access_token=[redacted]')
})

test.each([
  [
    'userName eq "a" and emails[value eq "s3cret"]',
    'emails.value',
    'userName eq "a" and emails[value eq "[redacted]"]',
  ],
  ['emails eq "s3cret" or title pr', 'emails.value', 'emails eq "[redacted]" or title pr'],
  [`not (${HR}:LEVEL gt 12345)`, `${HR}:level`, `not (${HR}:LEVEL gt "[redacted]")`],
  ['name.familyName sw "s3cret"', 'name', 'name.familyName sw "[redacted]"'],
  ['level == 12345', 'level', '[redacted]'],
  ['title co "level"', 'level', 'title co "level"'],
])('the filter %s without %s', (filter, name, shown) => {
  const url = urlOf(`/Users?filter=${encodeURIComponent(filter)}&sortBy=level`, [name])
  expect(new URLSearchParams(url.split('?')[1]).get('filter')).toBe(shown)
  expect(url).toContain('sortBy=level')
})

test('a URL that is not well encoded is seen through', () => {
  expect(urlOf('/Users?filter=l%65vel%20eq%207777&x=%zz', ['level'])).not.toContain('7777')
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
  expect(responseText({ userName: 'a', title: 't' }, new Redaction(['title']))).toBe(
    '{"userName":"a","title":"[redacted]"}',
  )
})

test('changes of redacted attributes are kept without their values', () => {
  const changes: Change[] = [
    { attribute: 'name.familyName', before: 'A', after: 'B' },
    { attribute: 'title', after: 'T' },
    { attribute: 'roles[value eq "R"].display', before: 'x', after: 'y' },
    { attribute: 'addresses', after: [{ streetAddress: 's', locality: 'l' }] },
    { attribute: `${HR}:desk`, before: { room: 'r' } },
  ]
  const names = ['name', 'roles.value', 'addresses.streetAddress', `${HR}:desk.room`]
  expect(new Redaction(names).changes(changes)).toEqual([
    { attribute: 'name.familyName', before: '[redacted]', after: '[redacted]' },
    { attribute: 'title', after: 'T' },
    { attribute: 'roles[value eq "[redacted]"].display', before: 'x', after: 'y' },
    { attribute: 'addresses', after: [{ streetAddress: '[redacted]', locality: 'l' }] },
    { attribute: `${HR}:desk`, before: { room: '[redacted]' } },
  ])
})

describe('texts about what was sent', () => {
  const about = (body: JsonObject, text: string, ...names: string[]) => {
    const redaction = new Redaction(names)
    redaction.json(body)
    return redaction.text(text)
  }
  const long = 'correct-horse-battery-staple-and-more'
  test.each([
    [{ ssn: '123-45' }, 'No value matches [ssn eq "123-45"].', 'No value matches [ssn eq "[redacted]"].'],
    [{ ssn: 77 }, 'must be text, but the number 77 was sent', 'must be text, but the number [redacted] was sent'],
    [{ ssn: long }, `but the text "${long.slice(0, 30)}… was sent`, 'but the text "[redacted]… was sent'],
    [{ ssn: 'a"b\\c' }, `"${'a\\"b\\\\c'}" is taken`, '"[redacted]" is taken'],
    [{ ssn: ['ab', { x: 'cd' }] }, 'a "ab" and "cd" and abc', 'a "[redacted]" and "[redacted]" and abc'],
    [{ title: 'Chief' }, 'Chief stays', 'Chief stays'],
  ])('%j in %s', (body, text, shown) => {
    expect(about(body, text, 'ssn')).toBe(shown)
  })
  test('so many values that whatever is quoted goes', () => {
    const values = Array.from({ length: 600 }, (_, at) => `value-${at}`)
    expect(about({ ssn: values }, 'Nobody has "value-7" here', 'ssn')).toBe('Nobody has [redacted] here')
  })
})

test('nothing of a refused call is left: row, notes, bodies, mentions', async () => {
  const id = '019ac000-0000-7000-8000-000000000001'
  const provider = await makeProvider({ redactedAttributes: ['userName', 'externalId', `${HR}:badge`, 'manager'] })
  const body = { userName: 'hidden-name', externalId: 'hidden-id', [HR]: { badge: 'hidden-badge' }, manager: id }
  const call = scimCall(provider, 'POST', `/Users?filter=${encodeURIComponent('badge eq "hidden-too"')}`, body)
  call.notes.push({ code: 'x', detail: '"hidden-badge" was read as text.', path: 'badge[value eq "hidden-badge"]' })
  const refusal = invalidValue('The name "hidden-name" is in use, and hidden-too is not.')
  recordRefusal(call, refusal, { status: '400', detail: refusal.detail })
  await drain()
  const { prisma } = database()
  const rows = [await prisma.syncLog.findMany(), await prisma.syncLogPayload.findMany()]
  expect(rows[0]).toMatchObject([{ entityName: '[redacted]', entityNameKey: null, entityExternalId: null }])
  expect(JSON.stringify(rows)).not.toContain('hidden')
  expect(JSON.stringify(rows)).not.toContain(id)
  expect(await prisma.syncLogMention.count()).toBe(0)
})
