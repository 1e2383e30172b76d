import { expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { callsSince } from '@/lib/sync-log/calls-since'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertUser } from '@/lib/testing/portal-rows'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchGroup } from './change-group'
import { patchUser, replaceUser } from './change-user'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { deleteGroup } from './delete-group'
import { deleteUser } from './delete-user'
import { userAsOf } from './portal-as-of'
import { userDetails } from './portal-details'

useDatabase()

const wait = () => new Promise((done) => setTimeout(done, 4))
/** A moment between the call before and the one after. */
async function moment() {
  await wait()
  const at = new Date()
  await wait()
  return at
}

const make = async (provider: Provider, body: object) => {
  const url = 'displayName' in body && !('userName' in body) ? '/Groups' : '/Users'
  const call = scimCall(provider, 'POST', url, body)
  return ((await (url === '/Users' ? createUser(call) : createGroup(call))).body as { id: string }).id
}
const patch = (provider: Provider, id: string, ...Operations: object[]) =>
  patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id)
const move = (provider: Provider, group: string, op: 'add' | 'remove', value: string) =>
  patchGroup(
    scimCall(provider, 'PATCH', `/Groups/${group}`, { Operations: [{ op, path: 'members', value: [{ value }] }] }),
    group,
  )

async function there(id: string, until: Date) {
  const then = await userAsOf(id, until)
  if (then?.kind !== 'there') throw new Error(`not there: ${then?.kind}`)
  return { ...then, names: then.groups.map(({ name }) => name) }
}

test('values and groups are as they were at each moment', async () => {
  const provider = await makeProvider()
  const before = await moment()
  const id = await make(provider, { userName: 'ann@x', title: 'Agent', emails: [{ type: 'work', value: 'a@x' }] })
  const team = await make(provider, { displayName: 'Team', members: [{ value: id }] })
  const staff = await make(provider, { displayName: 'Staff' })
  const states = [(await userDetails(id))?.document]
  const moments = [await moment()]
  const steps = [
    () => patch(provider, id, { op: 'replace', path: 'title', value: 'Lead' }),
    () => replaceUser(scimCall(provider, 'PUT', `/Users/${id}`, { userName: 'ann.lee@x', department: 'Sales' }), id),
    () => patch(provider, id, { op: 'replace', path: 'active', value: false }),
    () => make(provider, { userName: 'ann.lee@x', emails: [{ type: 'home', value: 'h@x' }] }),
  ]
  for (const step of steps) {
    await step()
    states.push((await userDetails(id))?.document)
    moments.push(await moment())
  }
  await move(provider, staff, 'add', id)
  await move(provider, team, 'remove', id)
  const moved = await moment()
  await deleteGroup(scimCall(provider, 'DELETE', `/Groups/${staff}`), staff)
  for (const [at, until] of moments.entries()) {
    expect(await there(id, until)).toMatchObject({ document: states[at], names: ['Team'], unsure: [], redacted: false })
  }
  expect(await there(id, moved)).toMatchObject({ names: ['Staff'], groups: [{ deleted: true }] })
  expect((await there(id, await moment())).names).toEqual([])
  expect(await userAsOf(id, before)).toMatchObject({ kind: 'not-yet' })
  expect(await userAsOf('01900000-0000-7000-8000-0000000000aa', moved)).toBeUndefined()
})

test('of somebody deleted the groups come back, the values do not', async () => {
  const provider = await makeProvider()
  const id = await make(provider, { userName: 'ann@x' })
  await make(provider, { displayName: 'Team', members: [{ value: id }] })
  const then = await moment()
  await deleteUser(scimCall(provider, 'DELETE', `/Users/${id}`), id)
  expect(await there(id, then)).toMatchObject({ document: null, names: ['Team'], deletedAt: expect.any(Date) as Date })
  expect(await userAsOf(id, await moment())).toMatchObject({ kind: 'deleted' })
})

test('a value that is left out of the log is said, not made up', async () => {
  const provider = await makeProvider({ redactedAttributes: ['title', 'emails.value'] })
  const id = await make(provider, { userName: 'ann@x', title: 'Agent', nickName: 'A' })
  const then = await moment()
  await patch(provider, id, { op: 'replace', path: 'title', value: 'Lead' })
  await patch(provider, id, { op: 'replace', path: 'nickName', value: 'B' })
  expect(await there(id, then)).toMatchObject({
    document: { title: '[redacted]', nickName: 'A' },
    redacted: true,
    unsure: [],
  })
})

test('where the log begins later, or does not fit what is stored, that is said', async () => {
  const { id: provider } = await makeProvider()
  const created = new Date(Date.now() - 60_000)
  const entityId = await insertUser(provider, { userName: 'ann@x', title: 'Lead', createdAt: created })
  await insertLog(provider, { entityId: 'another' })
  await insertLog(provider, { entityId, action: 'changed', changes: [{ attribute: 'title', before: 'A', after: 'B' }] })
  const then = await there(entityId, new Date(created.getTime() + 1000))
  expect(then).toMatchObject({ document: { title: 'A' }, unsure: ['title'], reachesBackTo: expect.any(Date) as Date })
  expect((await there(entityId, new Date(Date.now() + 60_000))).reachesBackTo).toBeNull()
  expect((await callsSince(provider, entityId, created, 0)).tooMany).toBe(true)
})
