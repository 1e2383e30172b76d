import { expect, test } from 'vitest'
import { parseFilter } from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertProvider } from '@/lib/testing/portal-rows'
import { syncLogHistogram, type Histogram } from './histogram'
import { countNewer } from './search'

useDatabase()

const now = new Date('2026-11-25T14:00:30Z')
const group = '0197aaaa-0000-7000-8000-000000000002'
let made = 0
const idAt = (at: Date) => {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(++made).padStart(12, '0')}`
}

async function calls(slug: string, statuses: Record<string, number[]>, more: Parameters<typeof insertLog>[1] = {}) {
  const { id } = await insertProvider(slug)
  const ids: string[] = []
  for (const [clock, all] of Object.entries(statuses))
    for (const status of all) {
      const at = new Date(`2026-11-25T${clock}Z`)
      ids.push(await insertLog(id, { id: idAt(at), at, status, ...more }))
    }
  return { id, ids }
}

const day = { from: new Date('2026-11-25T00:00Z'), to: new Date('2026-11-25T23:59:59.999Z'), now, zone: 'UTC' }
const seen = ({ buckets }: Histogram) =>
  buckets
    .filter(({ accepted, refused, failed }) => accepted + refused + failed > 0)
    .map(({ from, accepted, refused, failed }) => [from.slice(11, 16), accepted, refused, failed])

const some = { '09:00:00': [200, 201, 204], '09:09:59.999': [409], '09:10:00': [503, 304], '13:59:00': [400, 404, 500] }

test('calls by ten minutes, by how they ended', async () => {
  const { id } = await calls('okta', some)
  const found = await syncLogHistogram({ ...day, providerIds: [id] })
  expect(seen(found)).toEqual([
    ['09:00', 3, 1, 0],
    ['09:10', 1, 0, 1],
    ['13:50', 0, 2, 1],
  ])
  // Until now; the last one is as long as it has been.
  expect(found.buckets).toHaveLength(85)
  expect(found.buckets.at(-1)).toMatchObject({ from: '2026-11-25T14:00:00.000Z', to: '2026-11-25T14:00:30.001Z' })
  expect(found.bound).toBeUndefined()
})

test('of the chosen providers, and what the filter lets through', async () => {
  const { id: okta } = await calls('okta', some)
  const { id: entra } = await calls('entra', { '09:00:00': [200] }, { resourceType: 'Group', mentions: [group] })
  await calls('other', some)
  const both = { ...day, providerIds: [okta, entra] }
  expect(seen(await syncLogHistogram(both))[0]).toEqual(['09:00', 4, 1, 0])
  const filtered = (filter: string) => syncLogHistogram({ ...both, filter: parseFilter(filter) })
  expect(seen(await filtered('entity.type eq "Group"'))).toEqual([['09:00', 1, 0, 0]])
  expect(seen(await filtered(`payload eq "${group}"`))).toEqual([['09:00', 1, 0, 0]])
  expect(seen(await filtered('status ge 500'))).toEqual([
    ['09:10', 0, 0, 1],
    ['13:50', 0, 0, 1],
  ])
  expect(seen(await filtered('requestTime ge "2026-11-25T10:00:00Z"'))).toEqual([['13:50', 0, 2, 1]])
  await expect(filtered('colour eq "red"')).rejects.toThrow('colour')
})

test('days of the zone', async () => {
  const { id } = await calls('okta', { '02:00:00': [200], '06:00:00': [200, 400] })
  const month = { ...day, from: new Date('2026-10-01T00:00Z'), zone: 'America/New_York' }
  const { buckets } = await syncLogHistogram({ ...month, providerIds: [id] })
  expect(buckets.slice(-2)).toEqual([
    { from: '2026-11-24T05:00:00.000Z', to: '2026-11-25T05:00:00.000Z', accepted: 1, refused: 0, failed: 0 },
    {
      from: '2026-11-25T05:00:00.000Z',
      to: now.toISOString().replace('.000', '.001'),
      accepted: 1,
      refused: 1,
      failed: 0,
    },
  ])
})

test('counting stops, and says where', async () => {
  const { id } = await calls('okta', some)
  const found = await syncLogHistogram({ ...day, providerIds: [id] }, 4)
  expect(seen(found)).toEqual([
    ['09:10', 1, 0, 1],
    ['13:50', 0, 2, 1],
  ])
  expect(found.bound).toEqual({ most: 4, at: found.buckets.findIndex(({ from }) => from.includes('T09:10')) })
  expect((await syncLogHistogram({ ...day, providerIds: [id] }, 9)).bound).toBeUndefined()
})

test('an open range goes as far back as calls are kept; nothing to count is no bucket', async () => {
  const { id } = await calls('okta', some)
  const { buckets } = await syncLogHistogram({ providerIds: [id], now, zone: 'UTC' })
  expect(buckets.length).toBeGreaterThan(56)
  expect(buckets.at(-1)).toMatchObject({ accepted: 4, refused: 3, failed: 2 })
  expect(await syncLogHistogram({ ...day, providerIds: [] })).toEqual({ buckets: [] })
  const tomorrow = new Date('2026-11-26T00:00Z')
  expect(await syncLogHistogram({ ...day, from: tomorrow, providerIds: [id] })).toEqual({ buckets: [] })
})

test('how many came since', async () => {
  const { id, ids } = await calls('okta', some)
  const { id: other, ids: others } = await calls('entra', { '14:00:00': [200] })
  const search = { providerIds: [id, other] }
  expect(await countNewer(search, ids[0]!, 100)).toBe(9)
  expect(await countNewer(search, ids[0]!, 5)).toBe(5)
  expect(await countNewer(search, others[0]!, 100)).toBe(0)
  expect(await countNewer({ providerIds: [id], filter: parseFilter('status ge 500') }, ids[0]!, 100)).toBe(2)
  expect(await countNewer(search, null, 100)).toBe(10)
  expect(await countNewer(search, "' or 1=1", 100)).toBe(10)
  expect(await countNewer({ providerIds: [] }, null, 100)).toBe(0)
})
