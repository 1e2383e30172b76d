import type { JsonObject } from '@/lib/idp-clients/json'
import { absent } from '@/lib/idp-clients/match'
import { USER } from '@/lib/idp-clients/urns'
import { patchOf } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const post = (body: string, headers: Record<string, string> = {}) => ({ method: 'POST', path: '/Users', body, headers })
const nested = (depth: number) => `{"userName":"x@x.example","x":${'['.repeat(depth)}${']'.repeat(depth)}}`

test.describe('content types', () => {
  for (const type of [
    'application/scim+json',
    'application/json',
    'application/scim+json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    '',
  ])
    test(`“${type}” is read`, async ({ scim }) => {
      await scim.ask(post(JSON.stringify({ userName: unique('type') }), { 'content-type': type }), { status: 201 })
    })
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json; charset=iso-8859-1',
  ])
    test(`“${type}” is 415`, async ({ scim }) => {
      await scim.ask(post('{}', { 'content-type': type }), { status: 415 })
    })
  test('a compressed body is 415, not a syntax error', async ({ scim }) => {
    await scim.ask(post('{}', { 'content-encoding': 'gzip' }), { status: 415 })
  })
})

test.describe('refused bodies', () => {
  const cases: [string, string, string][] = [
    ['no body', '', 'invalidSyntax'],
    ['no JSON', '{"userName":', 'invalidSyntax'],
    ['a list', '[]', 'invalidSyntax'],
    ['a text', '"userName"', 'invalidSyntax'],
    ['null', 'null', 'invalidSyntax'],
    ['nested 33 deep', nested(32), 'invalidSyntax'],
    ['no userName', '{}', 'invalidValue'],
    ['a userName of blanks', '{"userName":"  "}', 'invalidValue'],
    ['a userName that is a number', '{"userName":17}', 'invalidValue'],
    ['NUL in a value', '{"userName":"a\\u0000b"}', 'invalidValue'],
    ['a lone surrogate', '{"userName":"a\\ud800b"}', 'invalidValue'],
    ['active that is no boolean', '{"userName":"a","active":"perhaps"}', 'invalidValue'],
    ['active as empty text', '{"userName":"a","active":""}', 'invalidValue'],
    ['a name that is a text', '{"userName":"a","name":"Ann"}', 'invalidValue'],
  ]
  for (const [name, body, scimType] of cases)
    test(name, async ({ scim }) => {
      await scim.refused(post(body), 400, scimType)
    })

  test('the path of a NUL is named', async ({ scim }) => {
    await scim.refused(post('{"userName":"a","name":{"givenName":"\\u0000"}}'), 400, 'invalidValue', 'name.givenName')
  })

  test('a text that no index of a database takes is 400, which names the limit', async ({ scim }) => {
    const long = Array.from({ length: 3000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20000)),
    ).join('')
    const cases: [string, JsonObject, string][] = [
      ['/Users', { userName: long }, 'userName'],
      ['/Users', { userName: unique('long'), displayName: long }, 'displayName'],
      ['/Users', { userName: unique('long'), externalId: long }, 'externalId'],
      ['/Users', { userName: unique('long'), emails: [{ value: long }] }, 'emails.value'],
      ['/Groups', { displayName: long }, 'displayName'],
      ['/Groups', { displayName: unique('long'), externalId: long }, 'externalId'],
      ['/Groups', { displayName: unique('long'), members: [{ value: long }] }, 'members.value'],
    ]
    for (const [path, body, name] of cases)
      await scim.refused({ method: 'POST', path, body }, 400, 'invalidValue', `${name} has 9,000 bytes`)
    const { id } = await scim.user({ title: long, name: { familyName: long } })
    await scim.refused(
      patchOf(`/Users/${id}`, { op: 'replace', path: 'userName', value: long }),
      400,
      'invalidValue',
      'userName',
    )
    await scim.ask(patchOf(`/Users/${encodeURIComponent(long.slice(0, 600))}`, { op: 'remove', path: 'title' }), {
      status: 404,
    })
  })

  test('bytes that are not UTF-8 are no 500', async ({ scim }) => {
    await scim.ask(post('{"userName":"a\ufffd"', {}), { status: 400 })
  })

  test('more than 16 MiB is 413, which names the limit', async ({ scim }) => {
    const body = JSON.stringify({ userName: unique('big'), displayName: 'x'.repeat(16 * 1024 * 1024) })
    await scim.refused(post(body), 413, undefined, '16 MiB')
  })

  test('nearly 16 MiB is read', async ({ scim }) => {
    const body = JSON.stringify({ userName: unique('big'), ignored: 'x'.repeat(15 * 1024 * 1024) })
    await scim.ask(post(body), { status: 201 })
  })
})

test.describe('what a body may hold', () => {
  test('attributes that are unknown are ignored, also those with the names of object internals', async ({ scim }) => {
    const userName = unique('proto')
    const body = `{"userName":"${userName}","__proto__":{"active":false},"constructor":{"x":1},"shoeSize":43}`
    const { text } = await scim.ask(post(body), { status: 201, body: { active: true, userName } })
    expect(text).not.toContain('shoeSize')
    expect(text).not.toContain('__proto__')
  })

  test('id, meta, groups and schemas are ignored, a password is not kept', async ({ scim }) => {
    const user = await scim.user({
      id: 'mine',
      meta: { created: '1999-01-01T00:00:00Z', version: 'W/"9"' },
      groups: [{ value: 'x' }],
      schemas: [USER, 'urn:unknown:schema'],
      password: 't0p-secret',
    })
    expect(user.id).not.toBe('mine')
    expect(user.meta.version).not.toBe('W/"9"')
    expect(user['groups'] ?? []).toEqual([])
    expect(JSON.stringify(await scim.read('/Users', user.id))).not.toContain('t0p-secret')
    await scim.refused(
      { method: 'GET', path: '/Users?filter=password%20eq%20%22t0p-secret%22' },
      400,
      'invalidFilter',
      'password',
    )
  })

  test('attribute names are read in any case, answered as RFC 7643 spells them', async ({ scim }) => {
    const user = await scim.user({
      DISPLAYNAME: 'Ann',
      Name: { FamilyName: 'Berg' },
      EMAILS: [{ Value: 'a@x.example' }],
    })
    expect(user).toMatchObject({ displayName: 'Ann', name: { familyName: 'Berg' }, emails: [{ value: 'a@x.example' }] })
  })

  test('null, an empty list and an absent attribute are the same (RFC 7643 §2.5)', async ({ scim }) => {
    const user = await scim.user({ displayName: null, emails: [], name: null })
    for (const name of ['displayName', 'emails', 'name']) expect(user).not.toHaveProperty(name)
  })

  test('booleans may be texts, in any case', async ({ scim }) => {
    const user = await scim.user({ active: 'FALSE', emails: [{ value: 'a@x.example', primary: 'True' }] })
    expect(user).toMatchObject({ active: false, emails: [{ primary: true }] })
  })

  test('one object in place of a list is read', async ({ scim }) => {
    expect(await scim.user({ emails: { value: 'a@x.example', type: 'work' } })).toMatchObject({
      emails: [{ value: 'a@x.example', type: 'work' }],
    })
  })

  test('only one value is primary: the first that says so', async ({ scim }) => {
    const user = await scim.user({
      emails: [
        { value: 'a@x.example', primary: true },
        { value: 'b@x.example', primary: true },
      ],
    })
    expect((user['emails'] as { primary?: boolean }[]).filter(({ primary }) => primary)).toHaveLength(1)
    expect(user).toMatchObject({ emails: [{ value: 'a@x.example', primary: true }, { value: 'b@x.example' }] })
  })

  test('qualified and dotted keys are expanded', async ({ scim }) => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
    const user = await scim.user({ 'name.givenName': 'Ann', [`${urn}:employeeNumber`]: '12', department: 'Tours' })
    expect(user).toMatchObject({ name: { givenName: 'Ann' }, [urn]: { employeeNumber: '12', department: 'Tours' } })
  })

  for (const manager of ['boss-1', { value: 'boss-1' }, [{ value: 'boss-1' }]])
    test(`a manager as ${JSON.stringify(manager)}`, async ({ scim }) => {
      const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
      expect(await scim.user({ [urn]: { manager } })).toMatchObject({ [urn]: { manager: { value: 'boss-1' } } })
    })

  test('of two equal keys the last one wins', async ({ scim }) => {
    const userName = unique('twice')
    await scim.ask(post(`{"userName":"${userName}","title":"one","title":"two"}`), {
      status: 201,
      body: { title: 'two' },
    })
  })

  test('text is kept as it came, to the last character', async ({ scim }) => {
    const displayName = ' Zoë 李小龍 🦄 ß I\u0307 e\u0301 \\ " \u2028 '
    const user = await scim.user({ displayName, nickName: '' })
    expect((await scim.read('/Users', user.id))['displayName']).toBe(displayName)
  })

  test('a group needs a displayName', async ({ scim }) => {
    await scim.refused({ method: 'POST', path: '/Groups', body: { members: [] } }, 400, 'invalidValue', 'displayName')
    await scim.ask({ method: 'GET', path: '/Groups/none' }, { status: 404, body: { scimType: absent } })
  })
})
