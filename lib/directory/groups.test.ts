import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchGroup, replaceGroup } from './change-group'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { deleteGroup } from './delete-group'
import { deleteUser } from './delete-user'
import { getGroup, listGroups } from './read-groups'
import { getUser, listUsers } from './read-users'

useDatabase()

interface Shown {
  id: string
  displayName: string
  members: { value: string; type?: string; display?: string }[]
  groups?: { value: string; type: string }[]
  meta: { version: string; lastModified: string }
}
const NOBODY = 'a1b2c3d4-0000-7000-8000-000000000000'

const shown = (answer: { body?: object }) => answer.body as unknown as Shown
const person = async (provider: Provider, userName: string) =>
  shown(await createUser(scimCall(provider, 'POST', '/Users', { userName }))).id
const group = (provider: Provider, displayName: string, ...members: unknown[]) =>
  createGroup(scimCall(provider, 'POST', '/Groups', { displayName, members }))
const patch = (provider: Provider, id: string, ...Operations: object[]) =>
  patchGroup(scimCall(provider, 'PATCH', `/Groups/${id}`, { Operations }), id)
const add = (...ids: string[]) => ({ op: 'Add', path: 'members', value: ids.map((value) => ({ $ref: null, value })) })
const remove = (...ids: string[]) => ({ op: 'Remove', path: 'members', value: ids.map((value) => ({ value })) })
const get = async (provider: Provider, id: string, search = '') =>
  shown(await getGroup(scimCall(provider, 'GET', `/Groups/${id}${search}`), id))
const membersOf = async (provider: Provider, id: string) => (await get(provider, id)).members.map((each) => each.value)
const lastLog = async () => {
  const [row] = await query<{
    id: string
    action: string
    members_added: number
    members_removed: number
    notes: unknown
    entity_name: string
  }>(sql`select * from sync_log order by id desc limit 1`)
  const mentions = await query<{ entity_id: string; role: string }>(
    sql`select entity_id, role from sync_log_mentions where log_id = ${row!.id}::uuid order by entity_id`,
  )
  return { ...row!, mentions }
}

describe('a new group', () => {
  test('has its members with their names and types, in the log as mentions', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const inner = shown(await group(provider, 'Inner')).id
    const made = await group(provider, 'Eng', { value: ann, display: 'sent' }, inner, NOBODY)
    expect(made).toMatchObject({ status: 201, etag: 'W/"1"' })
    expect(shown(made).members).toHaveLength(3)
    expect(shown(made).members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: ann, type: 'User', display: 'ann' }),
        expect.objectContaining({ value: inner, type: 'Group', display: 'Inner' }),
        { value: NOBODY },
      ]),
    )
    expect(await get(provider, shown(made).id)).toEqual(made.body)
    const log = await lastLog()
    expect(log).toMatchObject({ action: 'created', members_added: 3 })
    expect(log.notes).toContainEqual({
      code: 'unresolved-members',
      path: 'members',
      detail: `Nobody has the id ${NOBODY}; kept as unresolved.`,
    })
    expect(log.mentions).toHaveLength(3)
    expect(log.mentions.every((each) => each.role === 'added')).toBe(true)
  })

  test('has a name that no other has, unless the provider allows it', async () => {
    const provider = await makeProvider()
    await group(provider, 'Eng')
    await expect(group(provider, ' eNG ')).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' })
    const id = shown(await group(provider, 'Ops')).id
    await expect(patch(provider, id, { op: 'replace', value: { displayName: 'eng' } })).rejects.toMatchObject({
      status: 409,
      scimType: 'uniqueness',
    })
    const lax = await makeProvider({ allowSameGroupNames: true })
    await group(lax, 'Eng')
    expect((await group(lax, 'Eng')).status).toBe(201)
  })

  test('in Strict has no member that nobody is', async () => {
    const provider = await makeProvider({ strict: true })
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
    const body = { schemas, displayName: 'Eng', members: [{ value: NOBODY }] }
    await expect(createGroup(scimCall(provider, 'POST', '/Groups', body))).rejects.toMatchObject({ status: 400 })
  })
})

describe('members', () => {
  test('are added and removed; what changes nothing leaves version and lastModified alone', async () => {
    const provider = await makeProvider()
    const [ann, bea] = [await person(provider, 'ann'), await person(provider, 'bea')]
    const id = shown(await group(provider, 'Eng')).id
    expect(await patch(provider, id, add(ann, bea))).toEqual({ status: 204, etag: 'W/"2"' })
    const { meta } = await get(provider, id)
    expect(await lastLog()).toMatchObject({ action: 'members-changed', members_added: 2, entity_name: 'Eng' })
    expect(await patch(provider, id, add(ann))).toEqual({ status: 204, etag: 'W/"2"' })
    expect(await lastLog()).toMatchObject({ action: 'unchanged', mentions: [{ entity_id: ann, role: 'named' }] })
    expect((await get(provider, id)).meta).toEqual(meta)
    expect(await patch(provider, id, remove(ann, NOBODY))).toEqual({ status: 204, etag: 'W/"3"' })
    expect(await membersOf(provider, id)).toEqual([bea])
    expect(await lastLog()).toMatchObject({ members_removed: 1, members_added: 0 })
    await patch(provider, id, { op: 'remove', path: `members[value eq "${bea}"]` })
    expect(await membersOf(provider, id)).toEqual([])
  })

  test('take effect in the order of the operations', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng', ann)).id
    await patch(provider, id, remove(ann), add(ann))
    expect(await membersOf(provider, id)).toEqual([ann])
    await patch(provider, id, add(ann), remove(ann))
    expect(await membersOf(provider, id)).toEqual([])
  })

  test('are replaced as a whole, also by none', async () => {
    const provider = await makeProvider()
    const [ann, bea] = [await person(provider, 'ann'), await person(provider, 'bea')]
    const id = shown(await group(provider, 'Eng', ann, NOBODY)).id
    await patch(provider, id, { op: 'replace', path: 'members', value: [{ value: ann }, { value: bea }] })
    expect(await membersOf(provider, id)).toEqual([ann, bea].sort())
    expect(await lastLog()).toMatchObject({ members_added: 1, members_removed: 1 })
    await patch(provider, id, { op: 'replace', path: 'members', value: [] })
    expect(await membersOf(provider, id)).toEqual([])
  })

  test('and a new name may come in one call', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng')).id
    const answer = await patch(provider, id, { op: 'replace', value: { id, displayName: 'Ops' } }, add(ann))
    expect(answer).toEqual({ status: 204, etag: 'W/"2"' })
    expect(await get(provider, id)).toMatchObject({ displayName: 'Ops', members: [{ value: ann }] })
    expect(await lastLog()).toMatchObject({ action: 'renamed', members_added: 1 })
  })

  test('all land when they come at once', async () => {
    const provider = await makeProvider()
    const people = await Promise.all(Array.from({ length: 16 }, (_, n) => person(provider, `u${n}`)))
    const id = shown(await group(provider, 'Eng')).id
    await Promise.all(people.map((each) => patch(provider, id, add(each))))
    expect((await membersOf(provider, id)).sort()).toEqual(people.sort())
    expect((await get(provider, id)).meta.version).toBe('W/"17"')
  })

  test('PUT keeps them when it does not name them, and [] empties the group', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng', ann)).id
    const put = async (body: object) => shown(await replaceGroup(scimCall(provider, 'PUT', `/Groups/${id}`, body), id))
    expect(await put({ displayName: 'Ops' })).toMatchObject({
      displayName: 'Ops',
      members: [{ value: ann }],
      meta: { version: 'W/"2"' },
    })
    expect(await put({ displayName: 'Ops', members: [] })).toMatchObject({ members: [], meta: { version: 'W/"3"' } })
    expect(await put({ displayName: 'Ops', members: [] })).toMatchObject({ meta: { version: 'W/"3"' } })
  })

  test('If-Match is compared in the same statement', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng')).id
    const at = (ifMatch: string) =>
      patchGroup({ ...scimCall(provider, 'PATCH', `/Groups/${id}`, { Operations: [add(ann)] }), ifMatch }, id)
    await expect(at('W/"9"')).rejects.toMatchObject({ status: 412 })
    expect(await at('"1"')).toMatchObject({ status: 204 })
  })

  test('the answer has the group where attributes are asked for, without members where these are excluded', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng', ann)).id
    const call = scimCall(provider, 'PATCH', `/Groups/${id}?excludedAttributes=members`, { Operations: [remove(ann)] })
    const answer = await patchGroup(call, id)
    expect(answer).toMatchObject({ status: 200, body: { displayName: 'Eng' }, etag: 'W/"2"' })
    expect(answer.body).not.toHaveProperty('members')
    const [payload] = await query<{ response: string }>(
      sql`select response from sync_log_payloads where log_id = ${call.requestId}::uuid`,
    )
    expect(JSON.parse(payload!.response)).toEqual(answer.body)
    expect(await get(provider, id, '?excludedAttributes=members')).not.toHaveProperty('members')
  })
})

describe('nesting', () => {
  test('groups of a user are direct or indirect, cycles end, and the tag of the user tells of them', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const user = () => getUser(scimCall(provider, 'GET', `/Users/${ann}`), ann)
    const before = (await user()).etag
    const inner = shown(await group(provider, 'Inner', ann)).id
    const outer = shown(await group(provider, 'Outer', inner)).id
    await patch(provider, inner, add(outer))
    const now = await user()
    expect(now.etag).not.toBe(before)
    expect(shown(now).groups).toMatchObject([
      { value: inner, type: 'direct' },
      { value: outer, type: 'indirect' },
    ])
    const count = async (filter: string) => {
      const { body } = await listUsers(scimCall(provider, 'GET', `/Users?filter=${encodeURIComponent(filter)}`))
      return (body as unknown as { totalResults: number }).totalResults
    }
    for (const filter of [
      `groups eq "${outer}"`,
      'groups.display eq "OUTER"',
      'groups[display co "out" and type eq "indirect"]',
    ])
      expect(await count(filter), filter).toBe(1)
    expect(await count('groups[display co "out" and type eq "direct"]')).toBe(0)
    expect(await count(`not (groups eq "${outer}")`)).toBe(0)
  })
})

describe('deletion', () => {
  test('of a user moves the version of its groups; of a group leaves its members', async () => {
    const provider = await makeProvider()
    const ann = await person(provider, 'ann')
    const id = shown(await group(provider, 'Eng', ann)).id
    const outer = shown(await group(provider, 'Outer', id)).id
    await deleteUser(scimCall(provider, 'DELETE', `/Users/${ann}`), ann)
    expect(await get(provider, id)).toMatchObject({ members: [], meta: { version: 'W/"2"' } })
    expect((await lastLog()).mentions).toEqual([{ entity_id: id, role: 'removed' }])
    const bea = await person(provider, 'bea')
    await patch(provider, id, add(bea))
    expect(await deleteGroup(scimCall(provider, 'DELETE', `/Groups/${id}`), id)).toEqual({ status: 204 })
    expect(await lastLog()).toMatchObject({ action: 'deleted', entity_name: 'Eng', members_removed: 1 })
    expect((await get(provider, outer)).members).toEqual([])
    expect((await get(provider, outer)).meta.version).toBe('W/"2"')
    expect((await getUser(scimCall(provider, 'GET', `/Users/${bea}`), bea)).status).toBe(200)
    await expect(get(provider, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('finding', () => {
  test('by name, id and member', async () => {
    const provider = await makeProvider()
    const [ann, bea] = [await person(provider, 'ann'), await person(provider, 'bea')]
    const id = shown(await group(provider, 'Eng', ann, NOBODY, 'no-uuid')).id
    await group(provider, 'Ops', bea)
    const find = async (filter: string, more = '') => {
      const { body } = await listGroups(
        scimCall(provider, 'GET', `/Groups?filter=${encodeURIComponent(filter)}${more}`),
      )
      return (body as unknown as { Resources: Shown[] }).Resources.map((each) => each.id)
    }
    for (const filter of [
      'displayName eq "ENG"',
      `id eq "${id}" and members eq "${ann}"`,
      `members.value eq "${NOBODY}"`,
      'members eq "no-uuid"',
      `members[value eq "${ann}"]`,
      'members.display co "nn"',
      'members[type eq "user" and display sw "a"]',
      'meta.resourceType eq "Group" and displayName sw "en"',
      'not (displayName eq "ops")',
    ])
      expect(await find(filter, '&attributes=id'), filter).toEqual([id])
    expect(await find(`id eq "${id}" and members eq "${bea}"`)).toEqual([])
    expect(await find('members pr')).toHaveLength(2)
  })

  test("another provider's groups are out of reach", async () => {
    const provider = await makeProvider()
    const other = await makeProvider()
    const id = shown(await group(provider, 'Eng')).id
    const stranger = await person(other, 'eve')
    await expect(get(other, id)).rejects.toMatchObject({ status: 404 })
    await expect(patch(other, id, add(stranger))).rejects.toMatchObject({ status: 404 })
    await expect(deleteGroup(scimCall(other, 'DELETE', `/Groups/${id}`), id)).rejects.toMatchObject({ status: 404 })
    await patch(provider, id, add(stranger))
    expect((await get(provider, id)).members).toEqual([{ value: stranger }])
  })
})
