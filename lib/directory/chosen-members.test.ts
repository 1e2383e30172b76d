import { describe, expect, test } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchGroup } from './change-group'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { getGroup } from './read-groups'

useDatabase()

const NOBODY = 'a1b2c3d4-0000-7000-8000-000000000000'
const idOf = ({ body }: { body?: object }) => (body as { id: string }).id
const person = async (provider: Provider, userName: string) =>
  idOf(await createUser(scimCall(provider, 'POST', '/Users', { userName })))
const group = async (provider: Provider, displayName: string, ...members: string[]) =>
  idOf(await createGroup(scimCall(provider, 'POST', '/Groups', { displayName, members })))
const patch = (provider: Provider, id: string, ...Operations: object[]) =>
  patchGroup(scimCall(provider, 'PATCH', `/Groups/${id}`, { Operations }), id)
const chosen = (filter: string) => ({ op: 'remove', path: `members[${filter}]` })

/** A group of Ann, Bea, a group and nobody, and a second one of the same people, which stays as it is. */
async function makeGroups() {
  const provider = await makeProvider()
  const [ann, bea] = [await person(provider, 'Ann'), await person(provider, 'Bea')]
  const inner = await group(provider, 'Annex')
  const names = new Map([
    [ann, 'ann'],
    [bea, 'bea'],
    [inner, 'inner'],
    [NOBODY, 'nobody'],
    ['odd', 'odd'],
  ])
  const id = await group(provider, 'Eng', ...names.keys())
  const other = await group(provider, 'Other', ...names.keys())
  const left = async (of: string) => {
    const { body } = await getGroup(scimCall(provider, 'GET', `/Groups/${of}`), of)
    return (body as unknown as { members: { value: string }[] }).members.map(({ value }) => names.get(value)).sort()
  }
  return { provider, ann, bea, id, other, left }
}
const ALL = ['ann', 'bea', 'inner', 'nobody', 'odd']

// RFC 7644 §3.5.2.2: all values that match are removed.
describe('members chosen by a filter', () => {
  test.each<[filter: string, left: string[]]>([
    ['type eq "user"', ['inner', 'nobody', 'odd']],
    ['type eq "Group"', ['ann', 'bea', 'nobody', 'odd']],
    ['not (type pr)', ['ann', 'bea', 'inner']],
    ['display sw "ANN"', ['bea', 'nobody', 'odd']],
    ['type eq "User" and display ew "a"', ['ann', 'inner', 'nobody', 'odd']],
    ['value eq "odd" or display eq "bea"', ['ann', 'inner', 'nobody']],
    [`not (value eq "${NOBODY}")`, ['nobody']],
    ['display eq "nobody"', ALL],
  ])('[%s]', async (filter, left) => {
    const groups = await makeGroups()
    const removed = ALL.length - left.length
    const answer = await patch(groups.provider, groups.id, chosen(filter))
    expect(answer).toEqual({ status: 204, etag: removed ? 'W/"2"' : 'W/"1"' })
    expect(await groups.left(groups.id)).toEqual(left)
    expect(await groups.left(groups.other)).toEqual(ALL)
    const [log] = await query<object>(sql`select action, members_removed from sync_log order by id desc limit 1`)
    expect(log).toEqual({ action: removed ? 'members-changed' : 'unchanged', members_removed: removed })
  })

  test('beside members chosen by id; who is added after them stays', async () => {
    const { provider, id, ann, bea, left } = await makeGroups()
    const add = { op: 'add', path: 'members', value: [{ value: ann }] }
    await patch(provider, id, chosen('type eq "User"'), chosen('type eq "Group"'), chosen('value eq "odd"'), add)
    expect(await left(id)).toEqual(['ann', 'nobody'])
    await patch(provider, id, { op: 'add', path: 'members', value: [{ value: bea }] })
    await patch(provider, id, chosen(`value eq "${bea}"`), chosen('display eq "none"'))
    expect(await left(id)).toEqual(['ann', 'nobody'])
  })

  test('can be renamed past, and not be chosen by what is made when answering', async () => {
    const { provider, id, left } = await makeGroups()
    await patch(provider, id, { op: 'replace', value: { displayName: 'Ops' } }, chosen('type eq "User"'))
    expect(await left(id)).toEqual(['inner', 'nobody', 'odd'])
    await expect(patch(provider, id, chosen('$ref co "Users"'))).rejects.toMatchObject({
      status: 400,
      scimType: 'invalidFilter',
    })
  })
})
