import { expect, test } from 'vitest'
import { database } from '@/lib/db/client'
import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { invalidValue } from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { describe as inWords } from './describe'
import { recordRead, recordRefusal } from './record-refusal'
import { drain } from './refusal-queue'
import { firstIdAt, retainStep } from './retention'

useDatabase()

const DAY_MS = 24 * 60 * 60 * 1000
const rows = () => database().prisma.syncLog.findMany({ orderBy: { id: 'asc' } })

test('a refusal has its reason, its entity and what it named', async () => {
  const provider = await makeProvider()
  const [group, member] = [uuidv7(), uuidv7()]
  const body = { Operations: [{ op: 'add', path: 'members', value: [{ value: member }] }] }
  const call = scimCall(provider, 'PATCH', `/Groups/${group}`, body)
  recordRefusal(call, invalidValue('No \0 here.'), { status: '400' })
  await drain()
  expect(await rows()).toMatchObject([
    {
      id: call.requestId,
      action: 'refused',
      status: 400,
      scimType: 'invalidValue',
      resourceType: 'Group',
      entityId: group,
      detail: 'No \ufffd here.',
    },
  ])
  expect(await database().prisma.syncLogMention.findMany()).toEqual([
    { entityId: member, logId: call.requestId, role: 'named' },
  ])
  expect((await database().prisma.syncLogPayload.findMany())[0]).toMatchObject({ response: '{"status":"400"}' })
})

test('a read is kept with its answer', async () => {
  const provider = await makeProvider()
  recordRead(scimCall(provider, 'GET', '/Users?count=1'), { status: 200, body: { totalResults: 0 } })
  await drain()
  expect(await rows()).toMatchObject([{ action: 'read', method: 'GET', url: '/Users?count=1', resourceType: 'User' }])
})

test.each([
  ['/Users/.search', 'User'],
  ['/Groups/.search?x', 'Group'],
  ['/.search', null],
])('a search at %s is about nobody in particular', async (url, resourceType) => {
  const provider = await makeProvider({ redactedAttributes: ['emails.value'] })
  const call = scimCall(provider, 'POST', url, { filter: 'emails eq "a@x" and title pr' })
  recordRead(call, { status: 200, body: { totalResults: 0 } })
  await drain()
  expect(await rows()).toMatchObject([{ action: 'read', method: 'POST', url, resourceType, entityId: null }])
  expect(await database().prisma.syncLogPayload.findMany()).toMatchObject([
    { request: JSON.stringify({ filter: 'emails eq "[redacted]" and title pr' }) },
  ])
})

test('more than the line takes is dropped, and the next row says how many', async () => {
  const provider = await makeProvider()
  const refuse = () => recordRefusal(scimCall(provider, 'POST', '/Users', {}), invalidValue('x'))
  for (let n = 0; n < 1_010; n++) refuse()
  await drain()
  refuse()
  await drain()
  const all = await rows()
  expect(all).toHaveLength(1_001)
  expect(all.at(-1)!.notes).toMatchObject([
    { code: 'log-overflow', detail: expect.stringMatching(/^10 calls/) as string },
  ])
})

test('payloads go after 90 days, rows with their mentions after 400', async () => {
  const now = new Date('2026-11-25T00:00:00Z')
  const provider = await makeProvider()
  for (const days of [10, 100, 500]) {
    const at = new Date(now.getTime() - days * DAY_MS)
    const id = firstIdAt(at).replace(/0$/, '1')
    await query(sql`with row as (
      insert into sync_log (id, provider_id, at, method, url, action, status, duration_ms)
      values (${id}::uuid, ${provider.id}::uuid, ${at}::timestamptz, 'POST', '/Users', 'created', 201, 1)
    ), mention as (insert into sync_log_mentions values ('x', ${id}::uuid, 'named'))
    insert into sync_log_payloads (log_id, at, request) values (${id}::uuid, ${at}::timestamptz, '{}') returning 1`)
  }
  expect(await retainStep(now)).toBe(false)
  expect(await rows()).toHaveLength(2)
  expect(await database().prisma.syncLogPayload.count()).toBe(1)
  expect(await database().prisma.syncLogMention.count()).toBe(2)
})

test.each([
  [{ action: 'members-changed', membersAdded: 3 }, '3 members added'],
  [{ action: 'members-changed', membersAdded: 1, membersRemoved: 1200 }, '1 member added, 1,200 removed'],
  [{ action: 'renamed', membersRemoved: 2 }, 'Renamed, 2 members removed'],
  [{ action: 'deactivated' }, 'Deactivated'],
  [{ action: 'deleted-by-deactivation' }, 'Deleted by deactivation'],
  [{ action: 'refused', status: 409, scimType: 'uniqueness' }, 'Refused: name in use'],
  [{ action: 'refused', status: 404 }, 'Refused: not found'],
  [{ action: 'refused', status: 500 }, 'Refused: error here'],
])('%j in words: %s', (row, words) => {
  expect(inWords({ status: 200, membersAdded: 0, membersRemoved: 0, ...row })).toBe(words)
})
