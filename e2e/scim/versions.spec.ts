import { expect, test } from './fixture'
import { patchOf } from './client'

const change = { op: 'replace', path: 'displayName' }

test('a version is in meta, in ETag, and moves with each change', async ({ scim }) => {
  const user = await scim.user()
  expect(user.meta.version).toMatch(/^W\/"[^"]+"$/)
  const { headers } = await scim.get(`/Users/${user.id}`, { status: 200 })
  expect(headers['etag']).toBe(user.meta.version)
  const changed = await scim.patchUser(user.id, { ...change, value: 'Ann' })
  expect(changed.meta.version).not.toBe(user.meta.version)
  expect(Date.parse(changed.meta.lastModified)).toBeGreaterThanOrEqual(Date.parse(user.meta.lastModified))
})

test('a change to what is there already moves nothing', async ({ scim }) => {
  const user = await scim.user({ displayName: 'Ann', emails: [{ value: 'a@x.example', type: 'work' }] })
  for (const operation of [
    { ...change, value: 'Ann' },
    { op: 'add', path: 'emails', value: [{ value: 'a@x.example', type: 'work' }] },
    { op: 'remove', path: 'emails[type eq "home"]' },
    { op: 'remove', path: 'nickName' },
  ])
    expect((await scim.patchUser(user.id, operation)).meta, JSON.stringify(operation)).toEqual(user.meta)
})

test.describe('If-None-Match (RFC 7644 §3.14)', () => {
  test('is 304 for the version that is there', async ({ scim }) => {
    const { id, meta } = await scim.user()
    for (const tag of [meta.version, meta.version.slice(2), `W/"other", ${meta.version}`, '*']) {
      const request = { method: 'GET', path: `/Users/${id}`, headers: { 'if-none-match': tag } }
      const { headers } = await scim.ask(request, { status: 304 })
      expect(headers['etag']).toBe(meta.version)
    }
    await scim.ask({ method: 'GET', path: `/Users/${id}`, headers: { 'if-none-match': 'W/"other"' } }, { status: 200 })
  })

  test('is never stale where the groups of a user changed', async ({ scim }) => {
    const user = await scim.user()
    const group = await scim.group()
    await scim.patchGroup(group.id, { op: 'add', path: 'members', value: [{ value: user.id }] })
    const request = { method: 'GET', path: `/Users/${user.id}`, headers: { 'if-none-match': user.meta.version } }
    await scim.ask(request, { status: 200, body: { groups: [{ value: group.id, type: 'direct' }] } })
  })

  test('nor where a group was renamed', async ({ scim }) => {
    const user = await scim.user()
    const group = await scim.group({ members: [{ value: user.id }] })
    const before = await scim.read('/Users', user.id)
    await scim.patchGroup(group.id, { ...change, value: `${String(group['displayName'])} new` })
    const request = { method: 'GET', path: `/Users/${user.id}`, headers: { 'if-none-match': before.meta.version } }
    await scim.ask(request, { status: 200 })
  })
})

test.describe('If-Match', () => {
  for (const endpoint of ['/Users', '/Groups']) {
    test(`${endpoint}: another version is 412, and nothing happens`, async ({ scim }) => {
      const made = endpoint === '/Users' ? await scim.user() : await scim.group()
      const path = `${endpoint}/${made.id}`
      const headers = { 'if-match': 'W/"999-x"' }
      await scim.ask({ ...patchOf(path, { ...change, value: 'Nobody' }), headers }, { status: 412 })
      const body = { userName: made['userName'] ?? null, displayName: 'Nobody' }
      await scim.ask({ method: 'PUT', path, headers, body }, { status: 412 })
      await scim.ask({ method: 'DELETE', path, headers }, { status: 412 })
      expect((await scim.read(endpoint, made.id)).meta.version).toBe(made.meta.version)
    })

    test(`${endpoint}: this version, a list with it, its strong form and * go through`, async ({ scim }) => {
      const made = endpoint === '/Users' ? await scim.user() : await scim.group()
      const path = `${endpoint}/${made.id}`
      for (const form of [
        (tag: string) => tag,
        (tag: string) => tag.slice(2),
        (tag: string) => `W/"0", ${tag}`,
        () => '*',
      ]) {
        const { meta } = await scim.read(endpoint, made.id)
        const headers = { 'if-match': form(meta.version) }
        const value = `${String(made['displayName'] ?? 'x')} ${headers['if-match']}`
        await scim.ask(
          { ...patchOf(path, { ...change, value }), headers },
          { status: endpoint === '/Users' ? 200 : 204 },
        )
      }
      const { meta } = await scim.read(endpoint, made.id)
      await scim.ask({ method: 'DELETE', path, headers: { 'if-match': meta.version } }, { status: 204 })
    })
  }

  test('compares the user, not its groups', async ({ scim }) => {
    const user = await scim.user()
    const group = await scim.group()
    await scim.patchGroup(group.id, { op: 'add', path: 'members', value: [{ value: user.id }] })
    const headers = { 'if-match': user.meta.version }
    await scim.ask({ ...patchOf(`/Users/${user.id}`, { ...change, value: 'Ann' }), headers }, { status: 200 })
  })

  test('of twenty writes with one version, one wins', async ({ scim }) => {
    const { id, meta } = await scim.user()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        scim.raw({
          ...patchOf(`/Users/${id}`, { ...change, value: `No ${index}` }),
          headers: { 'if-match': meta.version },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)])
  })
})
