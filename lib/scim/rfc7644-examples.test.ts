import { describe, expect, test } from 'vitest'
import { errorBody, mutability, notFound, payloadTooLarge, versionMismatch } from './error'
import { evaluateFilter } from './filter/evaluate'
import { parseFilter } from './filter/parse'
import type { JsonObject } from './json'
import { planBulk } from './messages/bulk-plan'
import { resolveReferences, splitMembers } from './messages/bulk-references'
import { readBulk } from './messages/bulk-request'
import { bulkResponse } from './messages/bulk-response'
import { readListQuery } from './messages/list-query'
import { listResponse } from './messages/list-response'
import { patchGroup } from './patch/patch-group'
import { patchUser } from './patch/patch-user'
import { readPatch } from './patch/read-patch'
import { readProjection } from './resource/projection'
import { readUser, replaceUser } from './resource/read-user'
import { renderUser } from './resource/render-user'
import { createRegistry, sharedRegistry } from './schema/registry'
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from './schema/urns'

// The examples of RFC 7644 and RFC 9865 that rfc-examples.test.ts has not. Under Strict, but for two that break the RFC's own rules.
const registry = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const BASE = 'https://example.com/v2'
const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0'
const ID = '2819c223-7f76-453a-919d-413861904646'

const bjensen: JsonObject = {
  schemas: [USER_URN],
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
}
const answer = (body: JsonObject, version: string, search = '') =>
  renderUser(
    registry,
    {
      id: ID,
      document: readUser(registry, body).document,
      created: new Date('2011-08-01T21:32:44.882Z'),
      lastModified: new Date('2011-08-01T21:32:44.882Z'),
      version,
    },
    BASE,
    readProjection(registry, 'User', new URLSearchParams(search)),
  )

test('§3.3 and §3.14: a user is made; §3.9: a part of it is asked for', () => {
  expect(answer(bjensen, 'W/"e180ee84f0671b1"')).toEqual({
    ...bjensen,
    id: ID,
    active: true,
    meta: {
      resourceType: 'User',
      created: '2011-08-01T21:32:44.882Z',
      lastModified: '2011-08-01T21:32:44.882Z',
      location: `${BASE}/Users/${ID}`,
      version: 'W/"e180ee84f0671b1"',
    },
  })
  expect(answer(bjensen, '', 'attributes=userName')).toEqual({ schemas: [USER_URN], id: ID, userName: 'bjensen' })
})

test('§3.4.1: a known user', () => {
  const more = {
    phoneNumbers: [{ value: '555-555-8377', type: 'work' }],
    emails: [{ value: 'bjensen@example.com', type: 'work' }],
  }
  expect(answer({ ...bjensen, ...more }, 'W/"f250dd84f0671c3"')).toMatchObject({ ...bjensen, ...more })
})

test('§3.4.2 and §3.4.3: lists and searches', () => {
  const found = [
    { id: ID, userName: 'bjensen' },
    { id: 'c75ad752-64ae-4823-840d-ffa80929976c', userName: 'jsmith' },
  ]
  expect(listResponse({ totalResults: 2, startIndex: 1, resources: found })).toEqual({
    schemas: [`${MESSAGES}:ListResponse`],
    totalResults: 2,
    startIndex: 1,
    itemsPerPage: 2,
    Resources: found,
  })
  const search = { filter: 'displayName sw "smith"', startIndex: '1', count: '10' }
  const query = readListQuery(registry, ['User', 'Group'], new URLSearchParams(search))
  expect(query).toMatchObject({ startIndex: 1, count: 10, descending: false })
  expect(evaluateFilter(registry, 'User', query.filter!, { displayName: 'Smith, James' })).toBe(true)
  expect(evaluateFilter(registry, 'Group', query.filter!, { displayName: 'Smith Family' })).toBe(true)
})

describe('§3.4.2.2: the filters', () => {
  const user: JsonObject = {
    ...bjensen,
    title: 'Guide',
    userType: 'Employee',
    emails: [{ type: 'work', value: 'bjensen@example.com' }],
    ims: [{ type: 'xmpp', value: 'b@foo.com' }],
    meta: { resourceType: 'User', lastModified: '2011-05-13T04:42:34Z' },
  }
  test.each([
    ['userName eq "bjensen"', true],
    ['name.familyName co "O\'Malley"', false],
    ['userName sw "J"', false],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "B"', true],
    ['title pr', true],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', false],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', true],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', false],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', true],
    ['title pr and userType eq "Employee"', true],
    ['title pr or userType eq "Intern"', true],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', false],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', true],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', false],
    ['userType eq "Employee" and (emails.type eq "work")', true],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', true],
    ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', true],
  ])('%s', (text, expected) => {
    expect(evaluateFilter(registry, 'User', parseFilter(text), user)).toBe(expected)
  })
})

test('§3.5.1: a replacement clears what it leaves out, and an empty list is no value', () => {
  const before = readUser(registry, { ...bjensen, nickName: 'Babs', roles: [{ value: 'guide' }] }).document
  const body: JsonObject = {
    ...bjensen,
    id: ID,
    name: { ...(bjensen.name as JsonObject), middleName: 'Jane' },
    roles: [],
    emails: [{ value: 'bjensen@example.com' }, { value: 'babs@jensen.org' }],
  }
  const { schemas: _, id: __, roles: ___, ...kept } = body
  expect(replaceUser(registry, before, readUser(registry, body))).toEqual({ ...kept, active: true })
})

const patch = (...Operations: JsonObject[]) =>
  readPatch(registry, { schemas: [`${MESSAGES}:PatchOp`], Operations }).operations

test('§3.5.2.1 and §3.5.2.3: names in any case, also in a value', () => {
  const emails = [{ value: 'babs@jensen.org', type: 'home' }]
  const add = patch({ op: 'add', value: { emails, nickname: 'Babs' } })
  expect(patchUser(registry, { userName: 'bjensen' }, add).document).toEqual({
    userName: 'bjensen',
    emails,
    nickName: 'Babs',
  })
})

test('§3.5.2.2: a filter without a blank before its text', () => {
  const value = '08e1d05d...473d93df9210'
  const operations = patch(
    { op: 'remove', path: 'members[value eq"2819c223...919d-413861904646"]' },
    {
      op: 'add',
      path: 'members',
      value: [{ display: 'James Smith', $ref: `${BASE}/Users/${value}`, value }],
    },
  )
  expect(patchGroup(registry, { displayName: 'G' }, operations).members).toEqual({
    clear: false,
    add: [value],
    remove: ['2819c223...919d-413861904646'],
  })
})

describe('§3.7: bulk requests', () => {
  const read = (Operations: JsonObject[], more: object = {}, by = registry) =>
    readBulk(by, { schemas: [`${MESSAGES}:BulkRequest`], Operations, ...more })
  const alice = { method: 'POST', path: '/Users', bulkId: 'qwerty', data: { schemas: [USER_URN], userName: 'Alice' } }
  const group = (bulkId: string, displayName: string, type: string, member: string) => ({
    method: 'POST',
    path: '/Groups',
    bulkId,
    data: { schemas: [GROUP_URN], displayName, members: [{ type, value: `bulkId:${member}` }] },
  })

  test('§3.7.1: two groups that are members of each other are made in one step, without each other at first', () => {
    const { operations } = read([
      group('qwerty', 'Group A', 'Group', 'ytrewq'),
      group('ytrewq', 'Group B', 'Group', 'qwerty'),
    ])
    expect(planBulk(operations)).toEqual([{ operations: [0, 1], circular: true }])
    expect(splitMembers(operations[0]!, new Set(['qwerty', 'ytrewq']))).toMatchObject({
      operation: { data: { displayName: 'Group A', members: [] } },
      later: ['ytrewq'],
    })
  })

  test('§3.7.2: a new user is the member of a new group, and the manager of another user', () => {
    const bob = {
      method: 'POST',
      path: '/Users',
      bulkId: 'bob',
      data: {
        schemas: [USER_URN, ENTERPRISE_URN],
        userName: 'Bob',
        [ENTERPRISE_URN]: { employeeNumber: '11250', manager: { value: 'bulkId:qwerty' } },
      },
    }
    const { operations, notes } = read([alice, group('ytrewq', 'Tour Guides', 'User', 'qwerty'), bob])
    expect(notes).toEqual([])
    expect(planBulk(operations).flatMap((step) => step.operations)).toEqual([0, 1, 2])
    const resolved = operations.map((each) => resolveReferences(each, () => '92b725cd-9465-4e7d-8c16-01f8e146b87a'))
    expect(resolved[1]).toMatchObject({ data: { members: [{ value: '92b725cd-9465-4e7d-8c16-01f8e146b87a' }] } })
    expect(readUser(registry, resolved[2]!.data).document[ENTERPRISE_URN]).toEqual({
      employeeNumber: '11250',
      manager: { value: '92b725cd-9465-4e7d-8c16-01f8e146b87a' },
    })
  })

  // Its PATCH has the bare list of operations as data, which §3.5.2 does not know, and its POST a schema that is none.
  test('§3.7.3: one of each method', () => {
    const list: JsonObject[] = [
      { op: 'remove', path: 'nickName' },
      { op: 'add', path: 'userName', value: 'Dave' },
    ]
    const sent: JsonObject[] = [
      { ...alice, data: { schemas: [`${MESSAGES}:User`], userName: 'Alice' } },
      { method: 'PUT', path: `/Users/${ID}`, version: 'W/"3694e05e9dff591"', data: { ...alice.data, userName: 'Bob' } },
      { method: 'PATCH', path: '/Users/5d8d29d3', version: 'W/"edac3253e2c0ef2"', data: list },
      { method: 'DELETE', path: '/Users/e9025315', version: 'W/"0ee8add0a938e1a"' },
    ]
    const { failOnErrors, operations } = read(sent, { failOnErrors: 1 }, sharedRegistry)
    expect(failOnErrors).toBe(1)
    expect(operations).toMatchObject(sent)
    expect(operations.every(({ refusal }) => refusal === undefined)).toBe(true)
    expect(readUser(sharedRegistry, operations[0]!.data).notes).toMatchObject([
      { code: 'missing-schemas' },
      { code: 'unknown-schema' },
    ])
    const patched = readPatch(sharedRegistry, operations[2]!.data)
    const before = { userName: 'x', nickName: 'X' }
    expect(patchUser(sharedRegistry, before, patched.operations).document).toEqual({ userName: 'Dave' })
  })

  test('§3.7.3: the answers', () => {
    const location = `${BASE}/Users/b7c14771-226c-4d05-8860-134711653041`
    const changed = errorBody(versionMismatch('Failed to update.  Resource changed on the server.'))
    expect(
      bulkResponse([
        { method: 'POST', bulkId: 'qwerty', location, version: 'W/"oY4m4wn58tkVjJxK"', status: 201 },
        { method: 'PUT', location, status: 412, response: changed },
        { method: 'DELETE', location, status: 204 },
        { status: 400 },
      ]),
    ).toEqual({
      schemas: [`${MESSAGES}:BulkResponse`],
      Operations: [
        { location, method: 'POST', bulkId: 'qwerty', version: 'W/"oY4m4wn58tkVjJxK"', status: '201' },
        {
          location,
          method: 'PUT',
          status: '412',
          response: {
            schemas: [`${MESSAGES}:Error`],
            detail: 'Failed to update.  Resource changed on the server.',
            status: '412',
          },
        },
        { location, method: 'DELETE', status: '204' },
        { status: '400' },
      ],
    })
  })
})

test.each([
  ['§3.6', notFound(`Resource ${ID} not found`), { status: '404' }],
  ['§3.12', mutability("Attribute 'id' is readOnly"), { status: '400', scimType: 'mutability' }],
  [
    '§3.7.4',
    payloadTooLarge('The size of the bulk operation exceeds the maxPayloadSize (1048576).'),
    { status: '413' },
  ],
])('%s: an error', (_section, error, rest) => {
  expect(errorBody(error)).toEqual({ schemas: [`${MESSAGES}:Error`], detail: error.message, ...rest })
})

test.each<[page: string, cursors: { nextCursor?: string; previousCursor?: string }]>([
  ['first', { nextCursor: 'VZUTiyhEQJ94IR' }],
  ['second', { previousCursor: 'ze7L30kMiiLX6x', nextCursor: 'YkU3OF86Pz0rGv' }],
  ['last', { previousCursor: 'n0IYEQI1k8i4Cd' }],
])('RFC 9865 §2: the %s page by cursor has no startIndex', (_page, cursors) => {
  const resources = Array.from({ length: 10 }, (_, index) => ({ id: `${index}` }))
  expect(listResponse({ totalResults: 100, resources, ...cursors })).toEqual({
    schemas: [`${MESSAGES}:ListResponse`],
    totalResults: 100,
    itemsPerPage: 10,
    ...cursors,
    Resources: resources,
  })
})

test('RFC 9865 §2: the first page is asked for by a cursor without a value', () => {
  const params = new URLSearchParams('filter=userName%20sw%20%22J%22&cursor&count=10')
  expect(readListQuery(registry, ['User'], params)).toMatchObject({ cursor: '', count: 10 })
})
