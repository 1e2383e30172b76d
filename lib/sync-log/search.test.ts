import { expect, test } from 'vitest'
import { parseFilter } from '@/lib/scim'
import { collect } from '@/lib/testing/collect'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertProvider } from '@/lib/testing/portal-rows'
import { callDetails } from './found-calls'
import { allCalls, hasCalls, searchSyncLog } from './search'

useDatabase()

const start = Date.UTC(2026, 10, 1)
const idAt = (minute: number) => {
  const hex = (start + minute * 60_000).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(minute).padStart(12, '0')}`
}
const at = (minute: number) => new Date(start + minute * 60_000)
const user = '0197aaaa-0000-7000-8000-000000000001'
const group = '0197aaaa-0000-7000-8000-000000000002'

async function calls() {
  const { id: okta } = await insertProvider('okta')
  const { id: entra } = await insertProvider('entra')
  const add = (provider: string, minute: number, more: Parameters<typeof insertLog>[1] = {}) =>
    insertLog(provider, { id: idAt(minute), at: at(minute), ...more })
  await add(okta, 1, {
    entityId: user,
    entityName: 'Ann@contoso.example',
    entityExternalId: '00u1',
    request: '{"a":1}',
    response: '{}',
  })
  await add(okta, 2, {
    method: 'PATCH',
    status: 204,
    resourceType: 'Group',
    entityId: group,
    entityName: 'Team',
    mentions: [user],
    durationMs: 4000,
    action: 'members-changed',
    membersAdded: 1,
  })
  await add(okta, 3, {
    status: 409,
    action: 'refused',
    scimType: 'uniqueness',
    detail: 'userName is taken.',
    entityName: 'ann@contoso.example',
    durationMs: 250,
  })
  await add(entra, 4, { method: 'DELETE', status: 503, action: 'refused', entityId: user, durationMs: 800 })
  return { okta, entra }
}

const minutes = (ids: string[]) => ids.map((id) => Number(id.slice(-12)))

async function search(providerIds: string[], filter?: string, rows = 10, cursor?: string) {
  const page = await searchSyncLog({
    providerIds,
    ...(filter && { filter: parseFilter(filter) }),
    ...(cursor && { cursor }),
    rows,
  })
  return { ...page, ids: minutes(page.ids) }
}

test('newest first, of the chosen providers', async () => {
  const { okta, entra } = await calls()
  expect(await search([okta])).toEqual({ ids: [3, 2, 1], total: 3 })
  expect(await search([okta, entra])).toEqual({ ids: [4, 3, 2, 1], total: 4 })
  expect(await search([])).toEqual({ ids: [], total: 0 })
  expect([await hasCalls([okta]), await hasCalls([])]).toEqual([true, false])
})

test.each([
  ['entity.name co "CONTOSO"', [3, 1]],
  ['entity.name eq "team"', [2]],
  [`payload eq "${user}"`, [4, 2, 1]],
  [`payload eq "${user}" and status eq 204`, [2]],
  [`payload eq "${user}" or status eq 409`, [4, 3, 2, 1]],
  [`entity.id eq "${user}"`, [4, 1]],
  ['entity.externalId eq "00u1"', [1]],
  ['entity.type eq "Group"', [2]],
  ['status eq 409 or status ge 500', [4, 3]],
  ['method eq "PATCH" or method eq "DELETE"', [4, 2]],
  ['duration gt 3000', [2]],
  ['duration le 500', [3, 1]],
  [`requestTime ge "${at(2).toISOString()}" and requestTime le "${at(3).toISOString()}"`, [3, 2]],
  [`requestTime lt "${at(2).toISOString()}"`, [1]],
  ['error eq "uniqueness" and not (client pr)', [3]],
])('filter %s', async (filter, expected) => {
  const { okta, entra } = await calls()
  expect(await search([okta, entra], filter)).toEqual({ ids: expected, total: expected.length })
})

test('pages go older and newer again', async () => {
  const { id } = await insertProvider()
  for (let minute = 1; minute <= 7; minute++) await insertLog(id, { id: idAt(minute), at: at(minute) })
  const first = await search([id], undefined, 3)
  expect(first).toEqual({ ids: [7, 6, 5], total: 7, older: `older.${idAt(5)}` })
  const second = await search([id], undefined, 3, first.older)
  expect(second).toEqual({ ids: [4, 3, 2], total: 7, newer: `newer.${idAt(4)}`, older: `older.${idAt(2)}` })
  const last = await search([id], undefined, 3, second.older)
  expect(last).toEqual({ ids: [1], total: 7, newer: `newer.${idAt(1)}` })
  expect(await search([id], undefined, 3, last.newer)).toEqual(second)
  expect(await search([id], undefined, 3, second.newer)).toEqual(first)
})

test('all calls are read part by part, newest first', async () => {
  const { okta, entra } = await calls()
  const read = (providerIds: string[], filter?: string) =>
    collect(allCalls({ providerIds, ...(filter && { filter: parseFilter(filter) }) }, 2))
  expect(await read([okta, entra])).toEqual([4, 3, 2, 1].map(idAt))
  expect(await read([okta, entra], `payload eq "${user}"`)).toEqual([4, 2, 1].map(idAt))
  expect(await read([okta], 'status eq 418')).toEqual([])
  expect(await read([])).toEqual([])
})

test.each(['', 'older.x', 'sideways.' + user, `older.${user}.more`])(
  'a cursor that is none shows the newest: %j',
  async (cursor) => {
    const { okta } = await calls()
    expect((await search([okta], undefined, 10, cursor)).ids).toEqual([3, 2, 1])
  },
)

test('what can’t be searched is an error that names it', async () => {
  const { okta } = await calls()
  await expect(search([okta], 'colour eq "red"')).rejects.toThrow('colour')
  await expect(search([okta], 'status eq "200"')).rejects.toThrow('status')
  await expect(search([okta], 'payload co "0197"')).rejects.toThrow('payload')
})

test('details of a call, with the bodies that were kept', async () => {
  await calls()
  expect(await callDetails(idAt(1))).toMatchObject({
    request: '{"a":1}',
    response: '{}',
    requestCut: null,
    bodiesKept: true,
  })
  expect(await callDetails(idAt(2))).toMatchObject({ request: null, bodiesKept: false, membersAdded: 1 })
  expect(await callDetails('x')).toBeUndefined()
  expect(await callDetails(user)).toBeUndefined()
})
