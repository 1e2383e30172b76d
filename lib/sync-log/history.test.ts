import { expect, test } from 'vitest'
import { patchGroup, replaceGroup } from '@/lib/directory/change-group'
import { patchUser } from '@/lib/directory/change-user'
import { createGroup } from '@/lib/directory/create-group'
import { createUser } from '@/lib/directory/create-user'
import { deleteGroup } from '@/lib/directory/delete-group'
import { deleteUser } from '@/lib/directory/delete-user'
import type { ScimAnswer } from '@/lib/directory/scim-call'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { insertLog } from '@/lib/testing/portal-rows'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { historyOf, type HistoryQuery } from './history'
import { historyWords } from './history-words'

useDatabase()

const idOf = ({ body }: ScimAnswer) => (body as { id: string }).id
const addUser = async (provider: Provider, userName: string) =>
  idOf(await createUser(scimCall(provider, 'POST', '/Users', { userName, active: true })))
const addGroup = async (provider: Provider, displayName: string, ...members: string[]) =>
  idOf(
    await createGroup(
      scimCall(provider, 'POST', '/Groups', { displayName, members: members.map((value) => ({ value })) }),
    ),
  )
const change = (provider: Provider, id: string, path: string, value: unknown) =>
  patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations: [{ op: 'replace', path, value }] }), id)
const move = (provider: Provider, id: string, op: 'add' | 'remove', ...members: string[]) =>
  patchGroup(
    scimCall(provider, 'PATCH', `/Groups/${id}`, {
      Operations: [{ op, path: 'members', value: members.map((value) => ({ value })) }],
    }),
    id,
  )

async function told(provider: Provider, entityId: string, of: 'User' | 'Group', more: Partial<HistoryQuery> = {}) {
  const page = await historyOf({ providerId: provider.id, entityId, ...more })
  const lines = page.calls.map((call) => {
    const { before, names = '', after = '' } = historyWords(call, of)
    return `${before} ${names}${after}`.trim()
  })
  return { ...page, lines }
}

test('a user’s history has what changed it and its memberships, newest first, and nothing else', async () => {
  const provider = await makeProvider()
  const ann = await addUser(provider, 'ann@x')
  const bob = await addUser(provider, 'bob@x')
  const team = await addGroup(provider, 'Team', ann, bob)
  const staff = await addGroup(provider, 'Staff')
  await change(provider, ann, 'title', 'Agent')
  await change(provider, ann, 'title', 'Agent')
  await change(provider, bob, 'manager', ann)
  await move(provider, staff, 'add', ann)
  await move(provider, staff, 'add', ann)
  await move(provider, team, 'remove', ann)
  await change(provider, ann, 'active', false)
  await deleteGroup(scimCall(provider, 'DELETE', `/Groups/${staff}`), staff)
  const { calls, lines, earlier } = await told(provider, ann, 'User')
  expect(lines).toEqual([
    'Left Staff, which was deleted',
    'Deactivated',
    'Removed from Team',
    'Added to Staff',
    'Changed',
    'Added to Team',
    'Created',
  ])
  expect(earlier).toBeUndefined()
  expect(calls[1]?.changes).toEqual([{ attribute: 'active', before: true, after: false }])
  expect(calls[3]).toMatchObject({ role: 'added', entityId: staff, status: 204, method: 'PATCH' })
})

test('a deleted user’s history ends with the groups that it left, and those tell that it was deleted', async () => {
  const provider = await makeProvider()
  const ann = await addUser(provider, 'ann@x')
  const team = await addGroup(provider, 'Team', ann)
  await deleteUser(scimCall(provider, 'DELETE', `/Users/${ann}`), ann)
  const { calls, lines } = await told(provider, ann, 'User')
  expect(lines).toEqual(['Deleted', 'Added to Team', 'Created'])
  expect(calls[0]).toMatchObject({ removed: [team], membersRemoved: 1 })
  expect((await told(provider, team, 'Group')).lines).toEqual([
    'Lost ann@x, who was deleted',
    'Created, 1 member added',
  ])
})

test('a group’s history names the first of those who came and went, and counts all', async () => {
  const provider = await makeProvider()
  const many: string[] = []
  for (let at = 0; at < 7; at++) many.push(await addUser(provider, `u${at}@x`))
  const team = await addGroup(provider, 'Team', ...many)
  const outer = await addGroup(provider, 'Outer', team)
  const kept = many[0] ?? ''
  await replaceGroup(
    scimCall(provider, 'PUT', `/Groups/${team}`, { displayName: 'Team', members: [{ value: kept }, { value: 'who' }] }),
    team,
  )
  await deleteGroup(scimCall(provider, 'DELETE', `/Groups/${team}`), team)
  const { calls, lines } = await told(provider, team, 'Group')
  expect(lines).toEqual([
    'Deleted, 1 member removed',
    '1 member added, 6 removed',
    'Added to Outer',
    'Created, 7 members added',
  ])
  expect(calls[0]?.removed).toEqual([kept])
  expect(calls[1]).toMatchObject({ added: ['who'], membersAdded: 1, membersRemoved: 6 })
  expect(calls[1]?.removed).toHaveLength(5)
  expect(calls[3]?.added).toHaveLength(5)
  expect((await told(provider, outer, 'Group')).lines[0]).toBe('Lost the group Team, which was deleted')
})

test('pages follow one another without a gap, whatever changed nothing between', async () => {
  const provider = await makeProvider()
  const ann = await addUser(provider, 'ann@x')
  const team = await addGroup(provider, 'Team')
  for (const title of ['a', 'b', 'c']) {
    await change(provider, ann, 'title', title)
    for (let same = 0; same < 4; same++) await change(provider, ann, 'title', title)
    await move(provider, team, title === 'b' ? 'remove' : 'add', ann)
  }
  const whole = (await told(provider, ann, 'User')).calls.map(({ id }) => id)
  expect(whole).toHaveLength(7)
  for (const [rows, scan] of [
    [2, 2000],
    [20, 3],
    [1, 1],
    [3, 5],
  ] as const) {
    const seen: string[] = []
    let before: string | undefined
    let pages = 0
    do {
      const page = await historyOf({ providerId: provider.id, entityId: ann, rows, scan, ...(before && { before }) })
      seen.push(...page.calls.map(({ id }) => id))
      before = page.earlier
    } while (before && ++pages < 100)
    expect(seen, `${rows} rows, ${scan} looked at`).toEqual(whole)
  }
})

test('the last page says how far back the log reaches', async () => {
  const provider = await makeProvider()
  const entityId = '01900000-0000-7000-8000-0000000000aa'
  expect(await historyOf({ providerId: provider.id, entityId })).toEqual({ calls: [] })
  const at = new Date('2026-01-05T00:00:00Z')
  await insertLog(provider.id, { id: '019b8b30-0000-7000-8000-000000000000', at })
  await insertLog(provider.id, { entityId, action: 'changed' })
  expect(await historyOf({ providerId: provider.id, entityId })).toMatchObject({ reachesBackTo: at })
  expect((await historyOf({ providerId: provider.id, entityId, before: 'no id' })).calls).toEqual([])
})
