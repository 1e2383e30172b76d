import { describe, expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchUser } from './change-user'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { deleteUser } from './delete-user'
import { listGroups } from './read-groups'
import { listUsers } from './read-users'

useDatabase()

interface Listed {
  totalResults: number
  itemsPerPage: number
  startIndex?: number
  nextCursor?: string
  previousCursor?: string
  Resources: { id: string; userName: string; displayName?: string }[]
}

async function list(provider: Provider, search: string, at = new Date()): Promise<Listed> {
  const call = { ...scimCall(provider, 'GET', `/Users?${search}`), at }
  return (await listUsers(call)).body as unknown as Listed
}

const user = async (provider: Provider, attributes: object) =>
  ((await createUser(scimCall(provider, 'POST', '/Users', attributes))).body as { id: string }).id
const namesOf = ({ Resources }: Listed) => Resources.map(({ userName }) => userName)

/** Every page of a walk, and `between` after each of them. */
async function walk(provider: Provider, search: string, between: (page: number) => Promise<unknown> = async () => {}) {
  const pages: string[][] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await list(provider, `${search}&cursor=${cursor}`)
    pages.push(namesOf(page))
    await between(pages.length)
    cursor = page.nextCursor
  }
  return pages
}

async function people(count: number, attributes: (n: number) => object = () => ({})) {
  const provider = await makeProvider()
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push(await user(provider, { userName: `u${n}`, ...attributes(n) }))
  return { provider, ids }
}

test('pages lead on and back; totals are exact; index and cursor don’t mix', async () => {
  const { provider } = await people(5)
  const first = await list(provider, 'cursor=&count=2')
  expect([namesOf(first), first.totalResults, first.itemsPerPage]).toEqual([['u0', 'u1'], 5, 2])
  expect(first).not.toHaveProperty('startIndex')
  expect(first).not.toHaveProperty('previousCursor')
  expect(first.nextCursor).toMatch(/^[A-Za-z0-9._~-]+$/)
  const second = await list(provider, `cursor=${first.nextCursor}&count=2`)
  expect([namesOf(second), second.totalResults]).toEqual([['u2', 'u3'], 5])
  const last = await list(provider, `cursor=${second.nextCursor}&count=2`)
  expect([namesOf(last), last.totalResults, last.nextCursor]).toEqual([['u4'], 5, undefined])
  const back = await list(provider, `cursor=${last.previousCursor}&count=2`)
  expect(namesOf(back)).toEqual(['u2', 'u3'])
  const start = await list(provider, `cursor=${back.previousCursor}&count=2`)
  expect([namesOf(start), start.previousCursor]).toEqual([['u0', 'u1'], undefined])
  expect(namesOf(await list(provider, `cursor=${start.nextCursor}&count=2`))).toEqual(['u2', 'u3'])

  expect(await list(provider, 'count=2')).toMatchObject({ startIndex: 1 })
  expect(await list(provider, 'count=2')).not.toHaveProperty('nextCursor')
  expect(await list(provider, 'cursor=&count=0')).toMatchObject({ totalResults: 5, itemsPerPage: 0 })
  await expect(list(provider, 'cursor=&startIndex=1')).rejects.toMatchObject({ scimType: 'invalidValue' })
})

test('a page that is exactly full and the last one leads nowhere', async () => {
  const { provider } = await people(4)
  expect(await walk(provider, 'count=2')).toEqual([
    ['u0', 'u1'],
    ['u2', 'u3'],
  ])
  expect(await walk(provider, 'count=10')).toEqual([['u0', 'u1', 'u2', 'u3']])
})

describe('a sorted walk agrees with the pages by index', () => {
  const titles = ['b', undefined, 'a', 'B', 'ä', undefined, 'a'.repeat(600), `${'a'.repeat(600)}b`, 'a']
  test.each([
    'sortBy=title',
    'sortBy=displayName',
    'sortBy=userName',
    'sortBy=externalId',
    'sortBy=active',
    'sortBy=emails',
    'sortBy=meta.created',
    'sortBy=meta.lastModified',
    'sortBy=id',
    'filter=title+pr',
    'filter=title+pr&sortBy=title',
  ])('%s', async (search) => {
    const { provider } = await people(9, (n) => ({
      ...(titles[n] && { title: titles[n] }),
      ...(titles[n] && titles[n].length < 100 && { displayName: titles[n], externalId: titles[n] }),
      active: n % 3 > 0,
      emails: [{ value: `${n % 4}@x.example` }],
    }))
    for (const order of ['ascending', 'descending']) {
      const asked = `${search}&sortOrder=${order}`
      const all = namesOf(await list(provider, asked))
      for (const count of [1, 2, 4])
        expect((await walk(provider, `${asked}&count=${count}`)).flat(), `${order} by ${count}`).toEqual(all)
      // And backwards, from the end.
      let page = await list(provider, `${asked}&count=2&cursor=`)
      while (page.nextCursor) page = await list(provider, `${asked}&count=2&cursor=${page.nextCursor}`)
      const seen = namesOf(page)
      while (page.previousCursor) {
        page = await list(provider, `${asked}&count=2&cursor=${page.previousCursor}`)
        seen.unshift(...namesOf(page))
      }
      expect(seen, `${order} backwards`).toEqual(all)
    }
  })
})

describe('a walk sees each resource that stays exactly once', () => {
  test('while others are made, changed and deleted, also the ones beside which a page begins', async () => {
    const { provider, ids } = await people(12)
    const pages = await walk(provider, 'count=3', async (page) => {
      await user(provider, { userName: `new${page}` })
      if (page > 3) return
      // The last of the page just seen, and one that comes later.
      await deleteUser(scimCall(provider, 'DELETE', `/Users/${ids[page * 3 - 1]}`), ids[page * 3 - 1]!)
      const Operations = [{ op: 'replace', path: 'title', value: `after page ${page}` }]
      for (const id of [ids[0]!, ids[10]!])
        await patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id)
    })
    const seen = pages.flat().filter((name) => name.startsWith('u'))
    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => `u${n}`))
    expect(new Set(pages.flat()).size).toBe(pages.flat().length)
  })

  test('while writers run at the same time', async () => {
    const { provider, ids } = await people(30)
    let walking = true
    const writers = Array.from({ length: 3 }, async (_, writer) => {
      for (let n = 0; walking; n++) {
        const made = await user(provider, { userName: `w${writer}-${n}` })
        if (n % 2) await deleteUser(scimCall(provider, 'DELETE', `/Users/${made}`), made)
        const id = ids[(n * 7 + writer) % ids.length]!
        const Operations = [{ op: 'replace', path: 'title', value: `${writer} ${n}` }]
        await patchUser(scimCall(provider, 'PATCH', `/Users/${id}`, { Operations }), id)
      }
    })
    const stays = Array.from({ length: 30 }, (_, n) => `u${n}`)
    for (const search of ['count=4', 'count=4&sortBy=userName&sortOrder=descending']) {
      const seen = (await walk(provider, `${search}&filter=userName+sw+"u"`)).flat()
      expect(seen.toSorted()).toEqual(stays.toSorted())
    }
    walking = false
    await Promise.all(writers)
  })

  test('back to where everything is gone: an empty page that leads to the first', async () => {
    const { provider, ids } = await people(4)
    const first = await list(provider, 'cursor=&count=2')
    const second = await list(provider, `cursor=${first.nextCursor}&count=2`)
    for (const id of ids.slice(0, 2)) await deleteUser(scimCall(provider, 'DELETE', `/Users/${id}`), id)
    const back = await list(provider, `cursor=${second.previousCursor}&count=2`)
    expect(back).toMatchObject({ totalResults: 2, itemsPerPage: 0 })
    expect(namesOf(await list(provider, `cursor=${back.nextCursor}&count=2`))).toEqual(['u2', 'u3'])
  })
})

test('a cursor is good for its own list alone, and for an hour', async () => {
  const { provider } = await people(3)
  const { nextCursor } = await list(provider, 'cursor=&count=2&sortBy=title&filter=userName+pr')
  const asked = (more: string) => `cursor=${nextCursor}&${more}`
  expect(namesOf(await list(provider, asked('count=2&sortBy=TITLE&filter=(userName+PR)')))).toEqual(['u2'])
  const refused = async (answer: Promise<unknown>, scimType: string) =>
    expect(answer).rejects.toMatchObject({ status: 400, scimType })
  await refused(list(provider, asked('count=3&sortBy=title&filter=userName+pr')), 'invalidCount')
  await refused(list(provider, asked('count=2&sortBy=displayName&filter=userName+pr')), 'invalidCursor')
  await refused(list(provider, asked('count=2&sortBy=title&filter=id+pr')), 'invalidCursor')
  await refused(list(provider, asked('count=2&sortBy=title')), 'invalidCursor')
  await refused(list(provider, asked('count=2&sortBy=title&sortOrder=descending&filter=userName+pr')), 'invalidCursor')
  await refused(list(await makeProvider(), asked('count=2&sortBy=title&filter=userName+pr')), 'invalidCursor')
  await refused(list(provider, 'cursor=VZUTiyhEQJ94IR'), 'invalidCursor')
  const later = new Date(Date.now() + 3_600_000)
  await refused(list(provider, asked('count=2&sortBy=title&filter=userName+pr'), later), 'expiredCursor')
})

test('groups have cursors of their own', async () => {
  const { provider } = await people(3)
  for (const displayName of ['a', 'b', 'c']) await createGroup(scimCall(provider, 'POST', '/Groups', { displayName }))
  const groups = async (search: string) =>
    (await listGroups(scimCall(provider, 'GET', `/Groups?${search}`))).body as unknown as Listed
  const first = await groups('cursor=&count=2')
  const last = await groups(`cursor=${first.nextCursor}&count=2`)
  expect([...first.Resources, ...last.Resources].map(({ displayName }) => displayName)).toEqual(['a', 'b', 'c'])
  await expect(list(provider, `cursor=${first.nextCursor}&count=2`)).rejects.toMatchObject({
    scimType: 'invalidCursor',
  })
})
