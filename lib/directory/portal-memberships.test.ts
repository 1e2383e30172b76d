import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { insertGroup, insertProvider, insertUser, nestGroup } from '@/lib/testing/portal-rows'
import { groupTotals } from './portal-group-totals'
import { membersOfGroup } from './portal-members'
import { groupCounts, groupsOfUser } from './portal-memberships'

useDatabase()

async function company() {
  const { id: provider } = await insertProvider()
  const ann = await insertUser(provider, { userName: 'Ann@contoso.example', displayName: 'Ann Abara' })
  const bob = await insertUser(provider, { userName: 'bob@contoso.example', active: false })
  const eve = await insertUser(provider, { userName: 'eve@contoso.example' })
  const team = await insertGroup(provider, { displayName: 'Team', users: [ann, bob] })
  const staff = await insertGroup(provider, { displayName: 'Staff', users: [ann, eve], groups: [team] })
  const empty = await insertGroup(provider, { displayName: 'Empty', unresolved: ['who', 'Nobody'] })
  return { provider, ann, bob, eve, team, staff, empty }
}

test('totals count each user once, directly or through groups', async () => {
  const { team, staff, empty } = await company()
  expect(await groupTotals([team, staff, empty])).toEqual(
    new Map([
      [team, { total: 2, active: 1 }],
      [staff, { total: 3, active: 2 }],
      [empty, { total: 0, active: 0 }],
    ]),
  )
  expect(await groupTotals([])).toEqual(new Map())
})

test('groups in a circle hold the same users', async () => {
  const { team, staff, bob } = await company()
  await nestGroup(team, staff)
  expect(await groupTotals([team, staff])).toEqual(
    new Map([
      [team, { total: 3, active: 2 }],
      [staff, { total: 3, active: 2 }],
    ]),
  )
  expect((await groupsOfUser(bob)).map(({ name, type }) => [name, type])).toEqual([
    ['Team', 'direct'],
    ['Staff', 'indirect'],
  ])
})

test('a user’s groups say whether they are direct', async () => {
  const { ann, bob, eve, team, staff } = await company()
  const how = async (user: string) =>
    (await groupsOfUser(user)).map(({ id, name, type, through }) => [id, name, type, through?.name])
  expect(await how(ann)).toEqual([
    [staff, 'Staff', 'direct', undefined],
    [team, 'Team', 'direct', undefined],
  ])
  expect(await how(bob)).toEqual([
    [team, 'Team', 'direct', undefined],
    [staff, 'Staff', 'indirect', 'Team'],
  ])
  expect(await groupCounts([ann, bob, eve])).toEqual(
    new Map([
      [ann, 2],
      [bob, 2],
      [eve, 1],
    ]),
  )
})

test('a membership says since when and by which call; a nested one, of the group that it goes through', async () => {
  const { bob, staff, team, provider } = await company()
  const all = await insertGroup(provider, { displayName: 'All', groups: [staff], updatedAt: new Date('2026-01-02') })
  const [direct, first, second] = await groupsOfUser(bob)
  expect(direct).toMatchObject({ through: null, requestId: '01900000-0000-7000-8000-00000000000a' })
  expect([first?.id, first?.name, first?.through]).toEqual([all, 'All', { id: staff, name: 'Staff' }])
  expect(first?.since).toEqual(new Date('2026-01-02'))
  expect(second?.through).toEqual({ id: team, name: 'Team' })
})

test('members come in pages: groups, users by name, then ids that nobody has', async () => {
  const { staff, empty, ann } = await company()
  const first = await membersOfGroup(staff, '', 1, 2)
  expect(first.total).toBe(3)
  expect(first.members.map(({ kind, name }) => [kind, name])).toEqual([
    ['group', 'Team'],
    ['user', 'Ann@contoso.example'],
  ])
  const second = await membersOfGroup(staff, '', 2, 2)
  expect(second.members.map(({ name }) => name)).toEqual(['eve@contoso.example'])
  expect(await membersOfGroup(staff, 'abara', 1, 10)).toMatchObject({
    total: 1,
    members: [{ kind: 'user', id: ann, displayName: 'Ann Abara', active: true }],
  })
  expect((await membersOfGroup(empty, '', 1, 10)).members.map(({ kind, id }) => [kind, id])).toEqual([
    ['unresolved', 'Nobody'],
    ['unresolved', 'who'],
  ])
  expect((await membersOfGroup(staff, '100%_', 1, 10)).total).toBe(0)
})
