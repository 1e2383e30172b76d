import { expect } from '@playwright/test'
import { patchOf } from '../client'
import { unique } from '../server'
import { type Race, atOnce, counter, times } from './race'

const post = (body: Record<string, string>) => ({ method: 'POST', path: '/Users', body })
const rename = (id: string, value: string) => patchOf(`/Users/${id}`, { op: 'replace', path: 'userName', value })
const email = (n: number) => ({ op: 'add', path: 'emails', value: [{ value: `a${n}@x.example` }] })

export const userRaces: Race[] = [
  {
    name: '40 PATCHes of attributes of one user',
    holds: 'all of them are there, and the version has counted each',
    run: async (scim) => {
      const { id, meta } = await scim.user()
      await atOnce(
        scim,
        times(40, (n) => patchOf(`/Users/${id}`, email(n))),
        { 200: 40 },
      )
      const after = await scim.read('/Users', id)
      expect(after['emails']).toHaveLength(40)
      expect(counter(after.meta.version)).toBe(counter(meta.version) + 40)
    },
  },
  {
    name: '20 POSTs of one userName',
    holds: 'one is made, the others are told that the name is taken',
    run: async (scim) => {
      const userName = unique('race')
      await atOnce(
        scim,
        times(20, (n) => post({ userName: n % 2 ? userName : userName.toUpperCase() })),
        { 201: 1, 409: 19 },
      )
      expect(await scim.find('/Users', `userName eq "${userName}"`)).toHaveLength(1)
    },
  },
  {
    name: '20 POSTs of one inactive person',
    holds: 'the person returns once, with the same id, and there is nobody new',
    run: async (scim) => {
      const externalId = unique('return')
      const user = await scim.user({ externalId, active: false })
      const body = { userName: String(user['userName']), externalId }
      const answers = await atOnce(
        scim,
        times(20, () => post(body)),
        { 201: 1, 409: 19 },
      )
      expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({ id: user.id, active: true })
      expect(await scim.find('/Users', `externalId eq "${externalId}"`)).toEqual([user.id])
    },
  },
  {
    name: 'PUT against PATCH of one user',
    holds: 'the result is that of one order or the other, never a mixture',
    run: async (scim) => {
      const { id, userName } = await scim.user({ title: 'before', nickName: 'before' })
      const put = { method: 'PUT', path: `/Users/${id}`, body: { userName: String(userName), title: 'put' } }
      const patch = patchOf(`/Users/${id}`, { op: 'replace', value: { nickName: 'patch', displayName: 'patch' } })
      await atOnce(scim, [put, patch], { 200: 2 })
      const { title, nickName, displayName } = await scim.read('/Users', id)
      expect(title).toBe('put')
      expect([undefined, 'patch']).toContain(nickName)
      expect(displayName).toBe(nickName)
    },
  },
  {
    name: 'deactivation and reactivation against a rename',
    holds: 'nobody loses the new name, and filters find what a read shows',
    run: async (scim) => {
      const { id } = await scim.user()
      const active = (value: boolean) => patchOf(`/Users/${id}`, { op: 'replace', path: 'active', value })
      const name = unique('renamed')
      await atOnce(scim, [active(false), rename(id, name), active(true), active(false), active(true)], { 200: 5 })
      const user = await scim.read('/Users', id)
      expect(user['userName']).toBe(name)
      expect(await scim.find('/Users', `userName eq "${name}" and active eq ${user['active']}`)).toEqual([id])
    },
  },
  {
    name: '20 PATCHes that expect one version (If-Match)',
    holds: 'exactly one wins, the others are told 412',
    run: async (scim) => {
      const { id, meta } = await scim.user()
      const requests = times(20, (n) => ({
        ...patchOf(`/Users/${id}`, { op: 'replace', path: 'title', value: `title ${n}` }),
        headers: { 'if-match': meta.version },
      }))
      const answers = await atOnce(scim, requests, { 200: 1, 412: 19 })
      const winner = answers.findIndex(({ status }) => status === 200)
      const after = await scim.read('/Users', id)
      expect(after['title']).toBe(`title ${winner}`)
      expect(counter(after.meta.version)).toBe(counter(meta.version) + 1)
    },
  },
  {
    name: 'ten renames to one name',
    holds: 'one has it, the others are told that it is taken',
    run: async (scim) => {
      const users = await Promise.all(times(10, () => scim.user()))
      const name = unique('wanted')
      await atOnce(
        scim,
        users.map(({ id }) => rename(id, name)),
        { 200: 1, 409: 9 },
      )
      expect(await scim.find('/Users', `userName eq "${name}"`)).toHaveLength(1)
    },
  },
  {
    name: '20 DELETEs of one user',
    holds: 'one has done it, for the others there is nobody',
    run: async (scim) => {
      const { id } = await scim.user()
      await atOnce(
        scim,
        times(20, () => ({ method: 'DELETE', path: `/Users/${id}` })),
        { 204: 1, 404: 19 },
      )
    },
  },
  {
    name: 'a bulk request against single PATCHes of one user',
    holds: 'what either of them added is there',
    run: async (scim) => {
      const { id } = await scim.user()
      const operation = (n: number) => ({ method: 'PATCH', path: `/Users/${id}`, data: patchOf('', email(n)).body! })
      const [results] = await Promise.all([
        scim.bulk(times(10, operation)),
        atOnce(
          scim,
          times(10, (n) => patchOf(`/Users/${id}`, email(10 + n))),
          { 200: 10 },
        ),
      ])
      expect(results.map(({ status }) => status)).toEqual(Array<string>(10).fill('200'))
      expect((await scim.read('/Users', id))['emails']).toHaveLength(20)
    },
  },
]
