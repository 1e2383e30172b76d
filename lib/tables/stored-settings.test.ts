import { expect, test } from 'vitest'
import { database } from '@/lib/db/client'
import { uuidv7 } from '@/lib/db/uuid'
import { useDatabase } from '@/lib/testing/database'
import { readTableSettings, changeTableSettings } from './stored-settings'

useDatabase()

async function admin() {
  const id = uuidv7()
  await database().prisma.admin.create({
    data: { id, email: 'a@b', emailKey: 'a@b', name: 'Ann', passwordHash: '-', createdAt: new Date() },
  })
  return id
}

test('settings are kept for an admin and a page', async () => {
  const id = await admin()
  expect(await readTableSettings(id, 'users')).toEqual({})
  await changeTableSettings(id, 'users', { order: ['b', 'a'], hidden: ['a'], filtersHidden: true, rows: 50 })
  // Another window of the same page, which knows nothing of that.
  await changeTableSettings(id, 'users', { order: ['a', 'b'], hidden: null, rows: 100 })
  expect(await readTableSettings(id, 'users')).toEqual({ order: ['a', 'b'], filtersHidden: true, rows: 100 })
  expect(await readTableSettings(id, 'groups')).toEqual({})
})

test('settings that are none are refused, and stored ones that no longer mean anything are left out', async () => {
  const id = await admin()
  await expect(changeTableSettings(id, 'users', { rows: 7 as 10 })).rejects.toThrow()
  const many = Array.from({ length: 21 }, (_, at) => `attribute:a${at}`)
  await expect(changeTableSettings(id, 'users', { order: many })).rejects.toThrow('20 added attributes')
  await database().prisma.tableSetting.create({
    data: { adminId: id, page: 'users', settings: { rows: 7 }, updatedAt: new Date() },
  })
  expect(await readTableSettings(id, 'users')).toEqual({})
})
