import { type Made, patchOf } from './client'
import { expect, test } from './fixture'
import { unique } from './server'

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()

test('two PATCHes of one user at once both land', async ({ scim }) => {
  for (let round = 0; round < 5; round++) {
    const { id } = await scim.user()
    const answers = await Promise.all([
      scim.raw(patchOf(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Chief' })),
      scim.raw(patchOf(`/Users/${id}`, { op: 'replace', path: 'name.familyName', value: 'Berg' })),
    ])
    expect(statuses(answers)).toEqual([200, 200])
    expect(await scim.read('/Users', id)).toMatchObject({ title: 'Chief', name: { familyName: 'Berg' } })
  }
})

test('twenty PATCHes of one user at once all land', async ({ scim }) => {
  const { id } = await scim.user()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      scim.raw(patchOf(`/Users/${id}`, { op: 'add', path: 'emails', value: [{ value: `a${index}@x.example` }] })),
    ),
  )
  expect(statuses(answers)).toEqual(Array<number>(20).fill(200))
  expect((await scim.read('/Users', id))['emails']).toHaveLength(20)
})

test('twenty PATCHes of one group at once all land', async ({ scim }) => {
  const { id, meta } = await scim.group()
  const users = await Promise.all(Array.from({ length: 20 }, () => scim.user()))
  const add = (user: Made) =>
    scim.raw(patchOf(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: user.id }] }))
  expect(statuses(await Promise.all(users.map(add)))).toEqual(Array<number>(20).fill(204))
  const full = await scim.read('/Groups', id)
  expect(full['members']).toHaveLength(20)
  expect(full.meta.version).not.toBe(meta.version)
})

test('twenty POSTs of one userName: one 201, nineteen 409', async ({ scim }) => {
  const userName = unique('race')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => scim.raw({ method: 'POST', path: '/Users', body: { userName } })),
  )
  expect(statuses(answers)).toEqual([201, ...Array<number>(19).fill(409)])
  expect(await scim.find('/Users', `userName eq "${userName}"`)).toHaveLength(1)
})

test('twenty POSTs of one group name: one 201, nineteen 409', async ({ scim }) => {
  const displayName = unique('race')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => scim.raw({ method: 'POST', path: '/Groups', body: { displayName } })),
  )
  expect(statuses(answers)).toEqual([201, ...Array<number>(19).fill(409)])
})

test('twenty returns of one user at once: the same id, nobody new', async ({ scim }) => {
  const externalId = unique('return')
  const user = await scim.user({ externalId, active: false })
  const body = { userName: String(user['userName']), externalId }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => scim.raw({ method: 'POST', path: '/Users', body })),
  )
  expect(statuses(answers)).toEqual([201, ...Array<number>(19).fill(409)])
  expect(await scim.find('/Users', `externalId eq "${externalId}"`)).toEqual([user.id])
})

test('two renames to one name at once: one of them is 409', async ({ scim }) => {
  const [ann, bo] = [await scim.user(), await scim.user()]
  const value = unique('wanted')
  const answers = await Promise.all(
    [ann, bo].map(({ id }) => scim.raw(patchOf(`/Users/${id}`, { op: 'replace', path: 'userName', value }))),
  )
  expect(statuses(answers)).toEqual([200, 409])
})

test('adding a member while it is deleted leaves no trace of it in the user’s place', async ({ scim }) => {
  const { id } = await scim.group()
  const users = await Promise.all(Array.from({ length: 10 }, () => scim.user()))
  const answers = await Promise.all(
    users.flatMap((user) => [
      scim.raw({ method: 'DELETE', path: `/Users/${user.id}` }),
      scim.raw(patchOf(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: user.id }] })),
    ]),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
  const { members } = (await scim.read('/Groups', id)) as unknown as { members?: { type?: string }[] }
  expect((members ?? []).filter(({ type }) => type !== undefined)).toEqual([])
})

test('many writes to groups that share their members, nested in one another, get in nobody’s way', async ({ scim }) => {
  const users = await Promise.all(Array.from({ length: 6 }, () => scim.user()))
  const groups = await Promise.all(Array.from({ length: 5 }, () => scim.group()))
  const some = (from: number) => [0, 1, 2].map((step) => ({ value: users[(from + step) % users.length]!.id }))
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const group = groups[index % groups.length]!
      const inner = { value: groups[(index + 1) % groups.length]!.id }
      const path = `/Groups/${group.id}`
      if (index % 4 === 0)
        return scim.raw({ method: 'PUT', path, body: { displayName: group['displayName']!, members: some(index) } })
      return scim.raw(
        patchOf(
          path,
          { op: 'replace', path: 'members', value: some(index) },
          { op: 'remove', path: 'members', value: some(index + 2) },
          { op: 'add', path: 'members', value: [inner, ...some(index + 4)] },
        ),
      )
    }),
  )
  expect(new Set(statuses(answers))).toEqual(new Set([200, 204]))
})
