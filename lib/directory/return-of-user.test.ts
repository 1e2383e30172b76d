import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchUser } from './change-user'
import { createUser } from './create-user'
import { deleteUser } from './delete-user'
import { getUser, listUsers } from './read-users'

useDatabase()

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ann = { schemas: [USER], userName: 'Ann@x.example', externalId: 'e1', active: true, name: { givenName: 'Ann' } }

const post = (provider: Provider, body: object) => createUser(scimCall(provider, 'POST', '/Users', body))
const patch = (provider: Provider, id: string, ...Operations: object[]) =>
  patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id)
const get = (provider: Provider, id: string) => getUser(scimCall(provider, 'GET', `/Users/${id}`), id)
const find = async (provider: Provider, filter: string) => {
  const call = scimCall(provider, 'GET', `/Users?filter=${encodeURIComponent(filter)}`)
  return (await listUsers(call)).body as unknown as { Resources: { id: string }[] }
}
const remove = (provider: Provider, id: string) => deleteUser(scimCall(provider, 'DELETE', `/Users/${id}`), id)
const idOf = (answer: { body?: object }) => (answer.body as { id: string }).id
const logs = () => query<{ action: string; entity_id: string }>(sql`select action, entity_id from sync_log order by id`)
const off = { op: 'replace', path: 'active', value: false }
const on = { op: 'replace', path: 'active', value: true }

describe('the return of a user', () => {
  const inactive = async (provider: Provider) => {
    const id = idOf(await post(provider, ann))
    await patch(provider, id, off)
    return id
  }

  test.each([
    ['same externalId and name', ann],
    ['same externalId, other name', { ...ann, userName: 'ann.married@x.example' }],
    ['same name, no externalId now', { schemas: [USER], userName: 'ann@X.example' }],
  ])('%s restores it', async (_, body) => {
    const provider = await makeProvider()
    const id = await inactive(provider)
    const back = await post(provider, body)
    expect(back).toMatchObject({ status: 201, body: { id, active: true, userName: body.userName } })
    expect((await get(provider, id)).body).toEqual(back.body)
    expect((await logs()).at(-1)).toMatchObject({ action: 'restored', entity_id: id })
  })

  test('the same name with another externalId is another person, and takes the name over', async () => {
    const provider = await makeProvider()
    const old = await inactive(provider)
    const other = await post(provider, { ...ann, externalId: 'e2' })
    const id = idOf(other)
    expect(id).not.toBe(old)
    expect((await find(provider, 'userName eq "ann@x.example"')).Resources.map((each) => each.id)).toEqual([id])
    expect((await get(provider, old)).body).toMatchObject({ userName: 'Ann@x.example', active: false })
    await expect(patch(provider, old, on)).rejects.toMatchObject({
      status: 409,
      scimType: 'uniqueness',
      detail: expect.stringContaining(id) as string,
    })
    const rows = await logs()
    expect(rows.filter((row) => row.entity_id === old).at(-1)).toMatchObject({ action: 'name-taken-over' })
    expect(rows.filter((row) => row.entity_id === id)).toMatchObject([{ action: 'created' }])
    const mentioned = await query(sql`select 1 from sync_log_mentions where entity_id = ${id}`)
    expect(mentioned).toHaveLength(1)
    // Once the name is free again, the record has it back.
    await remove(provider, id)
    expect((await patch(provider, old, on)).status).toBe(200)
    expect((await find(provider, 'userName eq "ann@x.example"')).Resources.map((each) => each.id)).toEqual([old])
  })

  test('is a conflict where several are meant', async () => {
    const provider = await makeProvider()
    const ids = [await post(provider, ann), await post(provider, { ...ann, userName: 'bea' })].map(idOf)
    for (const id of ids) await patch(provider, id, off)
    await expect(post(provider, { ...ann, userName: 'cid' })).rejects.toMatchObject({
      status: 409,
      scimType: 'uniqueness',
    })
  })
})
