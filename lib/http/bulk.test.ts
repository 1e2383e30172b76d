import { beforeEach, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { BULK_REQUEST_URN, type BulkResult, GROUP_URN, type Json, USER_URN } from '@/lib/scim'
import { drain } from '@/lib/sync-log/refusal-queue'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { answerBulk } from './bulk'
import { findHandler } from './endpoints'

useDatabase()

let provider: Provider
beforeEach(async () => {
  provider = await makeProvider()
})

/** As answered. */
type Result = Omit<BulkResult, 'status'> & { status: string }

async function bulk(Operations: Json, more: object = {}) {
  const call = scimCall(provider, 'POST', '/Bulk', { schemas: [BULK_REQUEST_URN], Operations, ...more })
  const { body } = await answerBulk(call, findHandler)
  return { id: call.requestId, results: body!.Operations as unknown as Result[] }
}

const statuses = (results: Result[]) => results.map(({ status }) => status).join()
const idOf = ({ location }: Result) => location!.split('/').at(-1)!

const post = (path: string, bulkId: string, data: object) => ({ method: 'POST', path, bulkId, data: data as Json })
const user = (name: string, more: object = {}) => post('/Users', name, { schemas: [USER_URN], userName: name, ...more })
const group = (name: string, ...members: string[]) =>
  post('/Groups', name, { schemas: [GROUP_URN], displayName: name, members: members.map((value) => ({ value })) })

interface Row {
  id: string
  method: string
  url: string
  action: string
  status: number
  name: string | null
  added: number
  notes: { code: string; detail: string; path?: string }[]
  request: string | null
}

async function logged() {
  await drain()
  return query<Row>(sql`select id::text as id, method, url, action, status, entity_name as name, members_added as added,
      notes, request from sync_log left join sync_log_payloads on log_id = id order by id`)
}

/** `/Users/{id}` for an address with an id, so that rows can be compared. */
const shown = ({ method, url, action, status }: Row) =>
  `${method} ${url.replace(/[0-9a-f-]{36}/, '{id}')} ${action} ${status}`

const groupNames = async () =>
  (await query<{ name: string }>(sql`select display_name as name from groups order by display_name`)).map(
    ({ name }) => name,
  )

const memberNames = async (of: string) =>
  (
    await query<{ name: string }>(sql`select inner_group.display_name as name from groups
      join subgroups on subgroups.group_id = groups.id join groups as inner_group on inner_group.id = subgroups.child_id
      where groups.display_name = ${of}::text order by 1`)
  ).map(({ name }) => name)

test('each operation is in the log under an id of its own, the request itself is not', async () => {
  const made = await bulk([user('ann'), user('bob'), group('tour', 'bulkId:ann', 'bulkId:bob')])
  expect(statuses(made.results)).toBe('201,201,201')
  const [ann, bob, tour] = made.results.map(idOf)
  const changed = await bulk([
    { method: 'PATCH', path: `/Users/${ann}`, data: [{ op: 'replace', path: 'title', value: 'Guide' }] },
    { method: 'PUT', path: `/Users/${bob}`, data: { userName: 'bob', password: 'secret' } },
    { method: 'DELETE', path: `/Groups/${tour}` },
    { method: 'DELETE', path: `/Groups/${tour}` },
    { method: 'POST', path: '/Users', data: { userName: 'ann' } },
    'nonsense',
  ])
  expect(statuses(changed.results)).toBe('200,200,204,404,409,400')
  const rows = await logged()
  expect(rows.map(shown)).toEqual([
    'POST /Users created 201',
    'POST /Users created 201',
    'POST /Groups created 201',
    'PATCH /Users/{id} changed 200',
    'PUT /Users/{id} unchanged 200',
    'DELETE /Groups/{id} deleted 204',
    'DELETE /Groups/{id} refused 404',
    'POST /Users refused 409',
    'POST /Bulk refused 400',
  ])
  expect(rows[2]).toMatchObject({ name: 'tour', added: 2 })
  expect(JSON.parse(rows[2]!.request!)).toMatchObject({ members: [{ value: ann }, { value: bob }] })
  expect(rows[4]!.request).not.toContain('secret')
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain(made.id)
  for (const [index, { notes }] of rows.entries())
    expect(notes[0]).toMatchObject({ code: 'bulk', detail: expect.stringContaining((index < 3 ? made : changed).id) })
  expect(rows[3]!.notes.map(({ code }) => code)).toEqual(['bulk', 'single-operation'])
  expect(rows[7]!.notes.map(({ code }) => code)).toEqual(['bulk', 'missing-bulk-id'])
})

test('notes on the message go to the operations that they are about', async () => {
  const call = scimCall(provider, 'POST', '/Bulk', { Operations: [user('ann'), user('bob')] })
  call.notes.push({ code: 'duplicate-key', detail: '', path: 'Operations[1].data.userName' })
  await answerBulk(call, findHandler)
  const codes = (await logged()).map(({ notes }) => notes.map(({ code }) => code))
  expect(codes.map((each) => each.includes('duplicate-key'))).toEqual([false, true])
  for (const each of codes) expect(each.filter((code) => code === 'missing-schemas')).toHaveLength(1)
})

test('groups that have each other as members are made first and linked then', async () => {
  const { results } = await bulk([group('a', 'bulkId:b', 'bulkId:ann'), group('b', 'bulkId:a'), user('ann')])
  expect(statuses(results)).toBe('201,201,201')
  expect(await memberNames('a')).toEqual(['b'])
  expect(await memberNames('b')).toEqual(['a'])
  expect(results.map(({ version }) => version?.slice(0, 4))).toEqual(['W/"2', 'W/"2', 'W/"1'])
  expect((await logged()).map(shown)).toEqual([
    'POST /Users created 201',
    'POST /Groups created 201',
    'POST /Groups created 201',
    'PATCH /Groups/{id} members-changed 204',
    'PATCH /Groups/{id} members-changed 204',
  ])
})

test('a group may be its own member', async () => {
  const { results } = await bulk([group('a', 'bulkId:a')])
  expect(statuses(results)).toBe('201')
  expect(await memberNames('a')).toEqual(['a'])
})

test('a circle that fails leaves nothing behind', async () => {
  await bulk([group('taken')])
  const { results } = await bulk([
    group('a', 'bulkId:b'),
    post('/Groups', 'b', { displayName: 'taken', members: [{ value: 'bulkId:c' }] }),
    group('c', 'bulkId:a'),
    group('d', 'bulkId:a'),
    group('e'),
  ])
  expect(statuses(results)).toBe('409,409,409,409,201')
  expect(results.map(({ response }) => response?.scimType)).toEqual([
    undefined,
    'uniqueness',
    undefined,
    undefined,
    undefined,
  ])
  for (const { location } of results.slice(0, 4)) expect(location).toBeUndefined()
  expect(await groupNames()).toEqual(['e', 'taken'])
  const rows = await logged()
  expect(rows.map(shown)).toContain('DELETE /Groups/{id} deleted 204')
  expect(rows.find(({ action }) => action === 'deleted')!.notes.map(({ code }) => code)).toEqual([
    'bulk',
    'bulk-undone',
  ])
})

test('a circle of anything but members is 409, and nothing of it is made', async () => {
  const manager = (name: string) => ({ manager: { value: `bulkId:${name}` } })
  const { results } = await bulk([user('ann', manager('bob')), user('bob', manager('ann')), user('cleo')])
  expect(statuses(results)).toBe('409,409,201')
  expect(results[0]!.response).toMatchObject({ detail: expect.stringContaining('circle') })
  expect(await query(sql`select 1 from users`)).toHaveLength(1)
})

test('in Strict circles are linked too, and a POST needs its bulkId', async () => {
  provider = await makeProvider({ strict: true })
  const { results } = await bulk([group('a', 'bulkId:b'), group('b', 'bulkId:a'), { ...group('c'), bulkId: null }])
  expect(statuses(results)).toBe('201,201,400')
  expect(await memberNames('a')).toEqual(['b'])
})

test('what is no user or group has no place in a bulk request, least of all another one', async () => {
  const inner = { schemas: [BULK_REQUEST_URN], Operations: [user('ann')] }
  for (const path of ['/Bulk', '/.search', '/Users/.search', '/Me', '/Schemas', '/Roles', '/Users/1/2', '/', '//'])
    expect(statuses((await bulk([post(path, 'x', inner)])).results), path).toBe('404')
  expect(await query(sql`select 1 from users`)).toEqual([])
})
