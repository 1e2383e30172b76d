import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchUser, replaceUser } from './change-user'
import { createUser } from './create-user'
import { deleteUser } from './delete-user'
import { getUser, listUsers } from './read-users'

useDatabase()

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ann = { schemas: [USER], userName: 'Ann@x.example', externalId: 'e1', active: true, name: { givenName: 'Ann' } }

const post = (provider: Provider, body: object) => createUser(scimCall(provider, 'POST', '/Users', body))
const patch = (provider: Provider, id: string, ...Operations: object[]) =>
  patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id)
const put = (provider: Provider, id: string, body: object) =>
  replaceUser(scimCall(provider, 'PUT', `/Users/${id}`, body), id)
const get = (provider: Provider, id: string) => getUser(scimCall(provider, 'GET', `/Users/${id}`), id)
const find = async (provider: Provider, filter: string) => {
  const call = scimCall(provider, 'GET', `/Users?filter=${encodeURIComponent(filter)}`)
  return (await listUsers(call)).body as unknown as { totalResults: number; Resources: { id: string }[] }
}
const remove = (provider: Provider, id: string) => deleteUser(scimCall(provider, 'DELETE', `/Users/${id}`), id)
const idOf = (answer: { body?: object }) => (answer.body as { id: string }).id
const logs = () =>
  query<{
    action: string
    entity_id: string
    entity_name: string
    status: number
    changes: unknown
    duration_ms: number
  }>(sql`select action, entity_id, entity_name, status, changes, duration_ms from sync_log order by id`)
const off = { op: 'replace', path: 'active', value: false }

describe('a new user', () => {
  test('is answered 201 with location and tag, read back, and in the log with both bodies', async () => {
    const provider = await makeProvider()
    const made = await post(provider, { ...ann, password: 'hunter22' })
    const id = idOf(made)
    expect(made).toMatchObject({
      status: 201,
      etag: 'W/"1-0"',
      location: `http://rollcall.test/scim/${provider.slug}/v2/Users/${id}`,
    })
    expect(made.body).toMatchObject({ userName: 'Ann@x.example', active: true, meta: { version: 'W/"1-0"' } })
    expect((await get(provider, id)).body).toEqual(made.body)
    expect(await logs()).toMatchObject([
      { action: 'created', entity_id: id, entity_name: 'Ann@x.example', status: 201 },
    ])
    const [payload] = await query<{ request: string; response: string }>(sql`select * from sync_log_payloads`)
    expect(payload!.request).not.toContain('hunter22')
    expect(JSON.parse(payload!.request)).toMatchObject({ userName: 'Ann@x.example', password: '[redacted]' })
    expect(JSON.parse(payload!.response)).toEqual(made.body)
  })

  test('has a userName that nobody has, whatever its case', async () => {
    const provider = await makeProvider()
    await post(provider, ann)
    await expect(post(provider, { ...ann, userName: ' ANN@x.EXAMPLE' })).rejects.toMatchObject({
      status: 409,
      scimType: 'uniqueness',
      detail: expect.stringContaining('userName') as string,
    })
    const other = await makeProvider()
    expect((await post(other, ann)).status).toBe(201)
  })

  test('may share its externalId with others', async () => {
    const provider = await makeProvider()
    await post(provider, ann)
    expect((await post(provider, { ...ann, userName: 'bea' })).status).toBe(201)
    expect((await find(provider, 'externalId eq "e1"')).totalResults).toBe(2)
  })

  test('of twenty at once one is made', async () => {
    const provider = await makeProvider()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => post(provider, ann)))
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of outcomes) if (each.status === 'rejected') expect(each.reason).toMatchObject({ status: 409 })
    expect((await find(provider, 'userName eq "ann@x.example"')).totalResults).toBe(1)
  })
})

describe('a change', () => {
  test('that changes nothing leaves version and lastModified alone', async () => {
    const provider = await makeProvider()
    const made = await post(provider, ann)
    const same = await patch(provider, idOf(made), { op: 'replace', path: 'name.givenName', value: 'Ann' })
    expect(same.body).toEqual(made.body)
    expect((await logs()).at(-1)).toMatchObject({ action: 'unchanged', status: 200 })
  })

  test('keeps what was before and after in the log', async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    await patch(provider, id, { op: 'replace', path: 'name.givenName', value: 'Anna' })
    expect((await logs()).at(-1)).toMatchObject({
      action: 'changed',
      changes: [{ attribute: 'name.givenName', before: 'Ann', after: 'Anna' }],
    })
  })

  test('of a name that somebody has is refused, by PUT and PATCH', async () => {
    const provider = await makeProvider()
    await post(provider, ann)
    const id = idOf(await post(provider, { schemas: [USER], userName: 'bea' }))
    await expect(put(provider, id, ann)).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' })
    await expect(patch(provider, id, { op: 'replace', value: { userName: 'ANN@x.example' } })).rejects.toMatchObject({
      status: 409,
      scimType: 'uniqueness',
    })
  })

  test('by PUT clears what is left out and keeps active', async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    await patch(provider, id, off)
    const answer = await put(provider, id, { schemas: [USER], userName: 'ann@x.example' })
    expect(answer.body).toMatchObject({ active: false, userName: 'ann@x.example' })
    expect(answer.body).not.toHaveProperty('name')
  })

  test('with If-Match lands at that version alone', async () => {
    const provider = await makeProvider()
    const made = await post(provider, ann)
    const id = idOf(made)
    const body = { Operations: [{ op: 'replace', path: 'title', value: 'CTO' }] }
    const at = (ifMatch: string) => patchUser({ ...scimCall(provider, 'PATCH', `/Users/${id}`, body), ifMatch }, id)
    await expect(at('W/"7-0"')).rejects.toMatchObject({ status: 412 })
    expect((await at('"1-0"')).status).toBe(200)
    await expect(at('W/"1-0"')).rejects.toMatchObject({ status: 412 })
    expect((await at('*')).status).toBe(200)
  })

  test('beside another one: both land', async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        patch(provider, id, { op: 'add', path: 'emails', value: [{ value: `${n}@x.example`, type: `t${n}` }] }),
      ),
    )
    const { body, etag } = await get(provider, id)
    expect((body as unknown as { emails: unknown[] }).emails).toHaveLength(10)
    expect(etag).toBe('W/"11-0"')
  })

  test('to a tombstone name is stored, frees the old name, and keeps it for display', async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    const tombstone = `${'0a'.repeat(16)}Ann@x.example`
    await patch(provider, id, { op: 'Replace', path: 'userName', value: tombstone }, off)
    expect((await get(provider, id)).body).toMatchObject({ userName: tombstone, active: false })
    const [row] = await query<{ last_real_name: string }>(sql`select last_real_name from users where id = ${id}::uuid`)
    expect(row).toEqual({ last_real_name: 'Ann@x.example' })
  })
})

describe('deletion', () => {
  test('frees the name and leaves a stub', async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    expect(await remove(provider, id)).toEqual({ status: 204 })
    await expect(get(provider, id)).rejects.toMatchObject({ status: 404 })
    await expect(remove(provider, id)).rejects.toMatchObject({ status: 404 })
    expect((await post(provider, ann)).status).toBe(201)
    expect(await query(sql`select name, resource_type from deleted_resources`)).toEqual([
      { name: 'Ann@x.example', resource_type: 'User' },
    ])
  })

  test('by deactivation, where the provider is set so: answered as if kept, then gone', async () => {
    const provider = await makeProvider({ deleteOnDeactivate: true })
    const id = idOf(await post(provider, ann))
    expect(await patch(provider, id, off)).toMatchObject({ status: 200, body: { id, active: false } })
    await expect(get(provider, id)).rejects.toMatchObject({ status: 404 })
    expect((await logs()).at(-1)).toMatchObject({ action: 'deleted-by-deactivation', entity_id: id, status: 200 })
    expect((await post(provider, { ...ann, active: false })).body).toMatchObject({ active: false })
  })
})

describe('reading', () => {
  test.each(['010101001010101011001010101011', '00000000-0000-7000-8000-000000000000', 'x'])(
    '%s is 404',
    async (id) => {
      const provider = await makeProvider()
      for (const act of [get, remove]) await expect(act(provider, id)).rejects.toMatchObject({ status: 404 })
      await expect(patch(provider, id, off)).rejects.toMatchObject({ status: 404 })
      await expect(put(provider, id, ann)).rejects.toMatchObject({ status: 404 })
    },
  )

  test("another provider's user is 404", async () => {
    const provider = await makeProvider()
    const id = idOf(await post(provider, ann))
    const other = await makeProvider()
    for (const act of [get, remove]) await expect(act(other, id)).rejects.toMatchObject({ status: 404 })
    await expect(patch(other, id, off)).rejects.toMatchObject({ status: 404 })
    expect((await find(other, `id eq "${id}"`)).totalResults).toBe(0)
  })

  test('what has not changed is 304', async () => {
    const provider = await makeProvider()
    const { body, etag } = await post(provider, ann)
    const id = idOf({ body })
    const call = { ...scimCall(provider, 'GET', `/Users/${id}`), ifNoneMatch: etag }
    expect(await getUser(call, id)).toEqual({ status: 304, etag })
  })

  test('pages are exact, in the order of creation, and sorted where asked', async () => {
    const provider = await makeProvider()
    for (let n = 0; n < 12; n++)
      await post(provider, {
        schemas: [USER],
        userName: `u${String(11 - n).padStart(2, '0')}`,
        ...(n % 3 ? { title: `T${n % 5}` } : {}),
      })
    const list = async (search: string) => {
      const { body } = await listUsers(scimCall(provider, 'GET', `/Users?${search}`))
      const { Resources, ...rest } = body as unknown as {
        Resources: { userName: string }[]
        totalResults: number
        startIndex: number
        itemsPerPage: number
      }
      return { ...rest, names: Resources.map((each) => each.userName) }
    }
    expect(await list('startIndex=3&count=2')).toMatchObject({
      totalResults: 12,
      startIndex: 3,
      itemsPerPage: 2,
      names: ['u09', 'u08'],
    })
    expect(await list('startIndex=11')).toMatchObject({ totalResults: 12, names: ['u01', 'u00'] })
    expect(await list('startIndex=13')).toMatchObject({ totalResults: 12, itemsPerPage: 0 })
    expect(await list('count=0')).toMatchObject({ totalResults: 12, itemsPerPage: 0 })
    expect(await list('sortBy=userName&count=2')).toMatchObject({ names: ['u00', 'u01'] })
    expect(await list('sortBy=userName&sortOrder=descending&count=2')).toMatchObject({ names: ['u11', 'u10'] })
    expect((await list('sortBy=title')).names.slice(-4)).toEqual(['u11', 'u08', 'u05', 'u02'])
    expect((await list('sortBy=title&sortOrder=descending')).names.slice(0, 4)).toEqual(['u11', 'u08', 'u05', 'u02'])
    await expect(list('sortBy=nothing')).rejects.toMatchObject({ status: 400, scimType: 'invalidValue' })
    await expect(list('filter=password eq "x"')).rejects.toMatchObject({ status: 400, scimType: 'invalidFilter' })
    await expect(list('filter=nope eq "x"')).rejects.toMatchObject({
      detail: expect.stringContaining('nope') as string,
    })
  })
})
