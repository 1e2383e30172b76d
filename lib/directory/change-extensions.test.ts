import { expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { findProvider } from '@/lib/providers/providers'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { addExtensions, changeExtension, removeExtension, valuesLost } from './change-extensions'
import { createUser } from './create-user'
import { getUser, listUsers } from './read-users'

useDatabase()

const HR = 'urn:example:hr:2.0:User'
const schema = (...attributes: object[]) => JSON.stringify({ id: HR, name: 'HR', attributes })
const first = schema(
  { name: 'code' },
  { name: 'level', type: 'integer' },
  { name: 'desk', type: 'complex', multiValued: true, subAttributes: [{ name: 'room' }, { name: 'floor' }] },
)

async function withPeople() {
  const made = await makeProvider()
  expect(await addExtensions(made, 'User', first)).toEqual({ kind: 'done' })
  const provider = (await findProvider(made.slug))!
  const people = [
    ['ann', { code: 'Ab', level: 3, desk: [{ room: 'r', floor: '2' }] }],
    ['bob', { level: 4 }],
    ['cid', undefined],
  ] as const
  const ids: string[] = []
  for (const [userName, hr] of people) {
    const { body } = await createUser(scimCall(provider, 'POST', '/Users', { userName, [HR]: hr ?? null }))
    ids.push(String(body!.id))
  }
  const now = async () => (await findProvider(made.slug))!
  const read = async (at: number) => (await getUser(scimCall(await now(), 'GET', '/Users/x'), ids[at]!)).body!
  return { provider, was: provider.extensions[0]!, now, read }
}

test('faults are told, and nothing changes', async () => {
  const { provider, was, now } = await withPeople()
  for (const outcome of [
    await addExtensions(provider, 'User', first),
    await changeExtension(provider, was, schema({ name: 'code', type: 'x' }), true),
  ])
    expect(outcome).toMatchObject({ kind: 'faults', faults: [expect.any(String)] })
  expect((await now()).extensions).toEqual(provider.extensions)
})

test('a schema that was changed meanwhile is not overwritten', async () => {
  const { provider, was } = await withPeople()
  await addExtensions(provider, 'Group', JSON.stringify({ id: 'urn:x:g', name: 'G', attributes: [{ name: 'a' }] }))
  expect(await changeExtension(provider, was, first, true)).toEqual({ kind: 'late' })
})

test('values that have no place in the new definition are counted first, and deleted once that is agreed to', async () => {
  const { provider, was, now, read } = await withPeople()
  const next = schema(
    { name: 'CODE', caseExact: true },
    { name: 'level', type: 'string' },
    { name: 'desk', type: 'complex', multiValued: true, subAttributes: [{ name: 'room' }, { name: 'seat' }] },
  )
  const lost = [
    { path: 'level', holders: 2 },
    { path: 'desk.floor', holders: 1 },
  ]
  expect(await changeExtension(provider, was, next, false)).toEqual({ kind: 'loses', lost })
  expect((await now()).extensions).toEqual(provider.extensions)
  const before = [await read(0), await read(1), await read(2)]
  expect(await changeExtension(provider, was, next, true)).toEqual({ kind: 'done' })
  expect((await read(0))[HR]).toEqual({ CODE: 'Ab', desk: [{ room: 'r' }] })
  expect(await read(1)).toMatchObject({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    meta: { version: 'W/"2-0"' },
  })
  expect(await read(2)).toEqual(before[2])
  const find = async (filter: string) =>
    (await listUsers(scimCall(await now(), 'GET', `/Users?filter=${encodeURIComponent(filter)}`))).body!.totalResults
  expect(await find(`${HR}:code eq "Ab"`)).toBe(1)
  expect(await find(`${HR}:code eq "ab"`)).toBe(0)
  expect(await find(`schemas eq "${HR}"`)).toBe(1)
})

test('a definition that compares otherwise changes no version', async () => {
  const { provider, was, read } = await withPeople()
  const before = await read(0)
  expect(await changeExtension(provider, was, first.replace('"code"', '"code","caseExact":true'), false)).toEqual({
    kind: 'done',
  })
  expect(await read(0)).toEqual(before)
})

test('a schema that goes takes its values along', async () => {
  const { provider, was, now, read } = await withPeople()
  expect(await valuesLost(provider, was, undefined)).toEqual([{ path: '', holders: 2 }])
  expect(await removeExtension(provider, was)).toEqual({ kind: 'done' })
  expect((await now()).extensions).toEqual([])
  expect((await read(0))[HR]).toBeUndefined()
  expect(
    await query(
      sql`select 1 as held from users where resource::text like '%urn:example:hr%' or folded::text like '%urn:example:hr%'`,
    ),
  ).toEqual([])
})
