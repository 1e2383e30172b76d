import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { database } from './client'
import { isMigrated, migrate } from './migrate'
import { query, sql } from './sql'
import { uuidv7 } from './uuid'

useDatabase()

test('a migrated database has nothing pending', async () => {
  expect(await migrate(database().pool)).toEqual([])
  expect(await isMigrated(database().pool)).toBe(true)
})

test('timestamps keep their instant through the driver', async () => {
  const at = new Date('2026-07-01T12:34:56.789Z')
  const [row] = await query<{ at: Date }>(sql`select ${at}::timestamptz as at`)
  expect(row!.at).toEqual(at)
})

test('a failed statement leaves the connection usable', async () => {
  await expect(query(sql`select 1 / 0`)).rejects.toThrow()
  const id = uuidv7()
  expect(await query(sql`select ${id}::uuid as id`)).toEqual([{ id }])
})
