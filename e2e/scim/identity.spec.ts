import { absent } from '@/lib/idp-clients/match'
import { expect, test } from './fixture'
import { patchOf } from './client'
import { unique } from './server'

const replace = (attributes: object) => ({ op: 'replace', value: attributes as never })

test.describe('a user name belongs to one user', () => {
  test('whatever its case, its Unicode form and the blanks around it', async ({ scim }) => {
    const mark = unique('taken')
    await scim.user({ userName: `${mark}-\u00e5sa` })
    for (const userName of [`${mark}-\u00c5SA`, `${mark}-a\u030asa`, `  ${mark.toUpperCase()}-\u00e5sa `])
      await scim.refused({ method: 'POST', path: '/Users', body: { userName } }, 409, 'uniqueness', 'userName')
    await scim.user({ userName: `${mark}-asa` })
  })

  test('ß and ss differ, and the name is answered as it came', async ({ scim }) => {
    const mark = unique('Groß')
    expect((await scim.user({ userName: mark }))['userName']).toBe(mark)
    await scim.user({ userName: mark.replace('ß', 'ss') })
  })

  test('on PUT and PATCH too, and nothing has changed then', async ({ scim }) => {
    const taken = await scim.user()
    const user = await scim.user()
    const path = `/Users/${user.id}`
    const userName = String(taken['userName'])
    await scim.refused(
      patchOf(path, { op: 'replace', path: 'userName', value: userName }),
      409,
      'uniqueness',
      'userName',
    )
    await scim.refused(patchOf(path, replace({ userName, active: false })), 409, 'uniqueness')
    await scim.refused(
      { method: 'PUT', path, body: { userName: userName.toUpperCase() } },
      409,
      'uniqueness',
      'userName',
    )
    expect(await scim.read('/Users', user.id)).toEqual(user)
  })

  test('its own name in another case is no conflict', async ({ scim }) => {
    const user = await scim.user()
    const userName = String(user['userName']).toUpperCase()
    expect((await scim.patchUser(user.id, replace({ userName })))['userName']).toBe(userName)
  })

  test('deleting frees it at once', async ({ scim }) => {
    const { id, userName } = await scim.user()
    await scim.ask({ method: 'DELETE', path: `/Users/${id}` }, { status: 204 })
    await scim.ask({ method: 'DELETE', path: `/Users/${id}` }, { status: 404 })
    await scim.get(`/Users/${id}`, { status: 404 })
    expect((await scim.user({ userName })).id).not.toBe(id)
  })
})

for (const endpoint of ['/Users', '/Groups'])
  test(`what was deleted of ${endpoint} is 404 to every verb, and in no list (RFC 7644 §3.6)`, async ({ scim }) => {
    const gone = endpoint === '/Users' ? await scim.user() : await scim.group()
    const path = `${endpoint}/${gone.id}`
    await scim.ask({ method: 'DELETE', path }, { status: 204 })
    const requests = [
      { method: 'GET', path },
      { method: 'PUT', path, body: gone },
      patchOf(path, { op: 'replace', path: 'externalId', value: 'x' }),
      patchOf(path, { op: 'remove', path: 'id' }),
      { method: 'DELETE', path },
    ]
    for (const request of requests) await scim.ask(request, { status: 404, body: { scimType: absent } })
    for (const list of [endpoint, '/']) expect(await scim.find(list, `id eq "${gone.id}"`)).toEqual([])
  })

test('externalId need not be unique (RFC 7643 §3.1)', async ({ scim }) => {
  const externalId = unique('same')
  const [one, two] = [await scim.user({ externalId }), await scim.user({ externalId })]
  expect(await scim.find('/Users', `externalId eq "${externalId}"`)).toEqual([one.id, two.id])
})

test('a group’s displayName is unique, whatever its case', async ({ scim }) => {
  const { displayName } = await scim.group()
  const taken = String(displayName).toUpperCase()
  await scim.refused(
    { method: 'POST', path: '/Groups', body: { displayName: taken } },
    409,
    'uniqueness',
    'displayName',
  )
  const { id } = await scim.group()
  await scim.refused(patchOf(`/Groups/${id}`, replace({ displayName: taken })), 409, 'uniqueness', 'displayName')
  await scim.refused(
    { method: 'PUT', path: `/Groups/${id}`, body: { displayName: taken } },
    409,
    'uniqueness',
    'displayName',
  )
})

test.describe('the return of a user', () => {
  test('with its externalId: the same id, created and groups, 201', async ({ scim }) => {
    const externalId = unique('ext')
    const user = await scim.user({ externalId, title: 'Clerk' })
    const group = await scim.group({ members: [{ value: user.id }] })
    await scim.patchUser(user.id, replace({ active: false }))
    const userName = unique('renamed')
    const back = await scim.user({ externalId, userName })
    expect(back).toMatchObject({ id: user.id, active: true, userName, groups: [{ value: group.id }] })
    expect(back).not.toHaveProperty('title')
    expect(back.meta).toMatchObject({ created: (user.meta as Record<string, string>)['created'] })
  })

  test('with its userName when one of the two has no externalId', async ({ scim }) => {
    const userName = unique('back')
    const without = await scim.user({ userName, active: false })
    expect(await scim.user({ userName, externalId: unique('ext') })).toMatchObject({ id: without.id, active: true })
    await scim.patchUser(without.id, replace({ active: false }))
    expect(await scim.user({ userName: userName.toUpperCase() })).toMatchObject({ id: without.id, active: true })
  })

  test('active false in the POST keeps it inactive', async ({ scim }) => {
    const externalId = unique('ext')
    const user = await scim.user({ externalId, active: false })
    expect(await scim.user({ externalId, active: false })).toMatchObject({ id: user.id, active: false })
  })

  test('the same userName with another externalId is another person', async ({ scim }) => {
    const userName = unique('reused')
    const former = await scim.user({ userName, externalId: unique('one'), active: false })
    const holder = await scim.user({ userName, externalId: unique('two') })
    expect(holder.id).not.toBe(former.id)
    expect(await scim.find('/Users', `userName eq "${userName}"`)).toEqual([holder.id])
    expect((await scim.read('/Users', former.id))['userName']).toBe(userName)
    await scim.refused(patchOf(`/Users/${former.id}`, replace({ active: true })), 409, 'uniqueness', userName)
    expect(await scim.patchUser(former.id, replace({ userName: unique('own'), active: true }))).toMatchObject({
      active: true,
    })
  })

  test('a live match is 409, by userName, and by several', async ({ scim }) => {
    const externalId = unique('ext')
    const live = await scim.user({ externalId })
    await scim.refused(
      { method: 'POST', path: '/Users', body: { userName: live['userName']!, externalId } },
      409,
      'uniqueness',
      'userName',
    )
    const [one] = [
      await scim.user({ externalId: unique('a'), active: false }),
      await scim.user({ externalId, active: false }),
    ]
    await scim.refused(
      { method: 'POST', path: '/Users', body: { userName: String(live['userName']), externalId } },
      409,
      'uniqueness',
    )
    expect((await scim.read('/Users', one.id))['active']).toBe(false)
  })

  test('two inactive users of one externalId: nobody can tell, 409', async ({ scim }) => {
    const externalId = unique('twins')
    await scim.user({ externalId })
    const [first] = await scim.find('/Users', `externalId eq "${externalId}"`)
    await scim.user({ externalId })
    for (const id of await scim.find('/Users', `externalId eq "${externalId}"`))
      await scim.patchUser(id, replace({ active: false }))
    await scim.refused(
      { method: 'POST', path: '/Users', body: { userName: unique('third'), externalId } },
      409,
      'uniqueness',
      'externalId',
    )
    expect((await scim.read('/Users', first!))['active']).toBe(false)
  })
})

test('a tombstone name is stored, and frees the old one', async ({ scim }) => {
  const userName = unique('gone')
  const user = await scim.user({ userName })
  const tombstone = `0f9c2f0f4cb24c4f9d7c3b5a1f2e3d4c${userName}`
  expect(await scim.patchUser(user.id, replace({ userName: tombstone, active: false }))).toMatchObject({
    userName: tombstone,
    active: false,
  })
  expect((await scim.user({ userName })).id).not.toBe(user.id)
})

test('a user that is created inactive stays, and is found', async ({ scim }) => {
  const user = await scim.user({ active: false })
  expect(await scim.find('/Users', `userName eq "${String(user['userName'])}" and active eq false`)).toEqual([user.id])
})
