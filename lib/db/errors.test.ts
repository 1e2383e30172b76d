import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { database } from './client'
import { databaseFailure, isUniqueViolation, violatedIndex } from './errors'
import { query, sql } from './sql'

useDatabase()

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )
const insert = () =>
  sql`insert into providers (id, slug, name, created_at, updated_at)
      values (gen_random_uuid(), 'twice', 'Twice', now(), now())`

test('a unique violation is known, raw and through the client, with its index', async () => {
  await query(insert())
  const raw = await caught(query(insert()))
  expect(isUniqueViolation(raw)).toBe(true)
  expect(violatedIndex(raw)).toBe('providers_slug_key')
  const now = new Date()
  const data = { id: '01900000-0000-7000-8000-000000000000', slug: 'twice', name: 'T', createdAt: now, updatedAt: now }
  expect(isUniqueViolation(await caught(database().prisma.provider.create({ data })))).toBe(true)
  expect(isUniqueViolation(await caught(database().pool.query(insert().sql)))).toBe(true)
})

test('what a statement can’t store is a wrong value', async () => {
  expect(databaseFailure(await caught(query(sql`select ${'a\0b'}::text`)))).toBe('value')
})

test.each(['40001', '40P01'])('SQLSTATE %s is a conflict of transactions', async (state) => {
  const raised = query(sql`do ${sql([`$$ begin raise exception 'x' using errcode = '${state}'; end $$`])}`)
  expect(databaseFailure(await caught(raised))).toBe('serialization')
})

test.each([
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  [Object.assign(new Error('terminating connection'), { code: '57P01' })],
  [new Error('Connection terminated unexpectedly')],
  [new Error('The embedded database stopped (1).')],
])('%s means that the database is not there', (error) => {
  expect(databaseFailure(error)).toBe('unavailable')
})

test('a mistake in a statement is neither', async () => {
  expect(databaseFailure(await caught(query(sql`select no_such_column from providers`)))).toBe('other')
  expect(databaseFailure(new TypeError('x is not a function'))).toBe('other')
})
