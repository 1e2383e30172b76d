import { expect, test } from 'vitest'
import { database } from '@/lib/db/client'
import { uuidv7 } from '@/lib/db/uuid'
import { useDatabase } from '@/lib/testing/database'
import { changeFilter, deleteFilter, listSavedFilters, saveFilter, SavedFilterError } from './saved-filters'

useDatabase()

async function admin(email = 'ann@contoso.example') {
  const id = uuidv7()
  await database().prisma.admin.create({
    data: { id, email, emailKey: email, name: email, passwordHash: '-', createdAt: new Date() },
  })
  return { id, sessionId: uuidv7() }
}

const columns = { order: ['userName', 'id'], hidden: ['id'], pinned: [] }
const query = 'userName=contains%3Aann&sort=-updated'

test('filters of this sign-in and of earlier ones are told apart', async () => {
  const ann = await admin()
  const saved = await saveFilter(ann, 'users', { name: ' Anns ', query })
  expect(saved).toEqual({ id: saved.id, name: 'Anns', query, session: 'this', shared: false })
  const later = { ...ann, sessionId: uuidv7() }
  await saveFilter(later, 'users', { name: 'Zoes', query: '' })
  expect((await listSavedFilters(later, 'users')).map(({ name, session }) => [name, session])).toEqual([
    ['Zoes', 'this'],
    ['Anns', 'earlier'],
  ])
})

test('filters belong to one admin and one page', async () => {
  const ann = await admin()
  const bob = await admin('bob@contoso.example')
  const { id } = await saveFilter(ann, 'users', { name: 'Anns', query })
  expect(await listSavedFilters(ann, 'groups')).toEqual([])
  expect(await listSavedFilters(bob, 'users')).toEqual([])
  await expect(changeFilter(bob, id, { name: 'Mine now' })).rejects.toThrow(SavedFilterError)
  await deleteFilter(bob, id)
  expect(await listSavedFilters(ann, 'users')).toHaveLength(1)
})

test('what is shared, others can apply and its owner alone changes', async () => {
  const ann = await admin()
  const bob = await admin('bob@contoso.example')
  const { id } = await saveFilter(ann, 'users', { name: 'Anns', query, columns })
  await saveFilter(bob, 'users', { name: 'Bobs', query: '' })
  await changeFilter(ann, id, { shared: true })
  expect((await listSavedFilters(bob, 'users')).map(({ name, shared, owner }) => [name, shared, owner])).toEqual([
    ['Bobs', false, undefined],
    ['Anns', true, 'ann@contoso.example'],
  ])
  await expect(changeFilter(bob, id, { shared: false })).rejects.toThrow(SavedFilterError)
  await deleteFilter(bob, id)
  await changeFilter(ann, id, { shared: false })
  expect(await listSavedFilters(bob, 'users')).toHaveLength(1)
  expect(await listSavedFilters(ann, 'users')).toHaveLength(1)
})

test('a filter is changed, renamed and deleted', async () => {
  const ann = await admin()
  const { id } = await saveFilter(ann, 'users', { name: 'Anns', query })
  await changeFilter(ann, id, { view: { query: 'status=active', columns } })
  await changeFilter(ann, id, { name: 'Active ones' })
  expect(await listSavedFilters(ann, 'users')).toEqual([
    { id, name: 'Active ones', query: 'status=active', columns, session: 'this', shared: false },
  ])
  await deleteFilter(ann, id)
  await deleteFilter(ann, id)
  expect(await listSavedFilters(ann, 'users')).toEqual([])
  await expect(changeFilter(ann, id, { name: 'Again' })).rejects.toThrow('deleted')
})

test.each([
  [{ name: 'Anns', query }, 'exists'],
  [{ name: '  ', query }, 'needs a name'],
  [{ name: 'x'.repeat(81), query }, '80 characters'],
  [{ name: 'Long', query: 'x'.repeat(8193) }, 'too long'],
])('a filter that can’t be kept says why: %#', async (given, message) => {
  const ann = await admin()
  await saveFilter(ann, 'users', { name: 'Anns', query })
  await expect(saveFilter(ann, 'users', given)).rejects.toThrow(message)
})

test('a rename to a name that is taken says so', async () => {
  const ann = await admin()
  await saveFilter(ann, 'users', { name: 'Anns', query })
  const { id } = await saveFilter(ann, 'users', { name: 'Bobs', query })
  await expect(changeFilter(ann, id, { name: 'Anns' })).rejects.toThrow('exists')
})

test.each(['', 'x', "' or true --"])('an id that is none is gone: %j', async (id) => {
  const ann = await admin()
  await expect(changeFilter(ann, id, { name: 'X' })).rejects.toThrow('deleted')
  await deleteFilter(ann, id)
})
