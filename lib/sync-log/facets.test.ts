import { expect, test } from 'vitest'
import { parseFilter } from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertProvider } from '@/lib/testing/portal-rows'
import { countCallsBy, frequentNames } from './facets'

useDatabase()

const person = '0197aaaa-0000-7000-8000-000000000001'

async function calls() {
  const { id } = await insertProvider('okta')
  await insertLog(id, { entityName: 'Ann', entityId: person, status: 201 })
  await insertLog(id, { entityName: 'ann', entityId: person, status: 409 })
  await insertLog(id, { entityName: 'Team', status: 503, mentions: [person] })
  await insertLog(id, { status: 204, method: 'DELETE' })
  return id
}
const statuses = ['status eq 201', 'status eq 409', 'status ge 500'].map(parseFilter)

test('options are counted among the calls that the other filters let through', async () => {
  const id = await calls()
  expect(await countCallsBy({ providerIds: [id] }, statuses)).toEqual({ counts: [1, 1, 1], partial: false })
  const filter = parseFilter(`payload eq "${person}"`)
  expect(await countCallsBy({ providerIds: [id], filter }, statuses)).toEqual({ counts: [1, 1, 1], partial: false })
  expect(await countCallsBy({ providerIds: [id], filter: parseFilter('entity.name eq "ANN"') }, statuses)).toEqual({
    counts: [1, 1, 0],
    partial: false,
  })
  expect(await countCallsBy({ providerIds: [] }, statuses)).toEqual({ counts: [0, 0, 0], partial: false })
})

test('names are told apart without case, and the most frequent comes first', async () => {
  const id = await calls()
  const { values } = await frequentNames({ providerIds: [id] })
  expect(values.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([
    ['ann', 2],
    ['team', 1],
  ])
  expect(await frequentNames({ providerIds: [] })).toEqual({ values: [], partial: false })
})
