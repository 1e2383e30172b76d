import type { JsonObject } from '@/lib/idp-clients/json'
import { expect } from '@playwright/test'
import { type Made, patchOf } from '../client'
import { unique } from '../server'
import { type Race, atOnce, counter, times } from './race'

const add = (group: Made, ...members: { id: string }[]) =>
  patchOf(`/Groups/${group.id}`, { op: 'add', path: 'members', value: members.map(({ id }) => ({ value: id })) })
const membersOf = (group: Made) => (group['members'] ?? []) as JsonObject[]
const remove = (endpoint: string, { id }: Made) => ({ method: 'DELETE', path: `${endpoint}/${id}` })

export const groupRaces: Race[] = [
  {
    name: '60 PATCHes of one group, each adding one member',
    holds: 'all are members, and the version has counted each',
    run: async (scim) => {
      const group = await scim.group()
      const users = await Promise.all(times(60, () => scim.user()))
      await atOnce(
        scim,
        users.map((user) => add(group, user)),
        { 204: 60 },
      )
      const full = await scim.read('/Groups', group.id)
      expect(
        membersOf(full)
          .map(({ value }) => value)
          .sort(),
      ).toEqual(users.map(({ id }) => id).sort())
      expect(counter(full.meta.version)).toBe(counter(group.meta.version) + 60)
    },
  },
  {
    name: '20 POSTs of one group name',
    holds: 'one is made, the others are told that the name is taken',
    run: async (scim) => {
      const displayName = unique('race')
      await atOnce(
        scim,
        times(20, () => ({ method: 'POST', path: '/Groups', body: { displayName } })),
        { 201: 1, 409: 19 },
      )
      expect(await scim.find('/Groups', `displayName eq "${displayName}"`)).toHaveLength(1)
    },
  },
  {
    name: 'two groups renamed to one name',
    holds: 'one has it, the other is told that it is taken',
    run: async (scim) => {
      const groups = [await scim.group(), await scim.group()]
      const value = unique('wanted')
      const requests = groups.map(({ id }) => patchOf(`/Groups/${id}`, { op: 'replace', path: 'displayName', value }))
      await atOnce(scim, requests, { 204: 1, 409: 1 })
      expect(await scim.find('/Groups', `displayName eq "${value}"`)).toHaveLength(1)
    },
  },
  {
    name: 'DELETE of users against adding them to a group',
    holds: 'nobody who is gone is a member; an id that stays is unresolved',
    run: async (scim) => {
      const group = await scim.group()
      const users = await Promise.all(times(10, () => scim.user()))
      await atOnce(
        scim,
        users.flatMap((user) => [remove('/Users', user), add(group, user)]),
        { 204: 20 },
      )
      const members = membersOf(await scim.read('/Groups', group.id))
      expect(members.filter(({ type }) => type !== undefined)).toEqual([])
    },
  },
  {
    name: 'DELETE of a group against adding members to it, and it to another',
    holds: 'it is gone, and nobody is in it any more',
    run: async (scim) => {
      const [gone, outer, user] = [await scim.group(), await scim.group(), await scim.user()]
      const requests = [remove('/Groups', gone), add(outer, gone), add(gone, user)]
      const [removed, outside, inside] = await Promise.all(requests.map((request) => scim.raw(request)))
      expect([removed!.status, outside!.status]).toEqual([204, 204])
      expect([204, 404]).toContain(inside!.status)
      await scim.get(`/Groups/${gone.id}`, { status: 404 })
      expect((await scim.read('/Users', user.id))['groups'] ?? []).toEqual([])
      expect(membersOf(await scim.read('/Groups', outer.id)).filter(({ type }) => type !== undefined)).toEqual([])
    },
  },
  {
    name: 'PUT of a group against adding a member',
    holds: 'the members are those of one order or the other',
    run: async (scim) => {
      const [group, ann, bo, cy] = [await scim.group(), await scim.user(), await scim.user(), await scim.user()]
      await atOnce(scim, [add(group, ann)], { 204: 1 })
      const put = {
        method: 'PUT',
        path: `/Groups/${group.id}`,
        body: { displayName: String(group['displayName']), members: [{ value: bo.id }] },
      }
      await atOnce(scim, [put, add(group, cy)], { 200: 1, 204: 1 })
      const ids = membersOf(await scim.read('/Groups', group.id)).map(({ value }) => String(value))
      expect([[bo.id], [bo.id, cy.id].sort()]).toContainEqual(ids.sort())
    },
  },
  {
    name: 'groups that become members of one another in a circle',
    holds: 'each has the next one, and whoever is in one is in all',
    run: async (scim) => {
      const groups = await Promise.all(times(5, () => scim.group()))
      const user = await scim.user()
      const links = groups.map((group, n) => add(group, groups[(n + 1) % groups.length]!))
      await atOnce(scim, [...links, add(groups[0]!, user)], { 204: 6 })
      const shown = (await scim.read('/Users', user.id))['groups'] as JsonObject[]
      expect(shown.map(({ value }) => value).sort()).toEqual(groups.map(({ id }) => id).sort())
      expect(shown.filter(({ type }) => type === 'direct').map(({ value }) => value)).toEqual([groups[0]!.id])
    },
  },
  {
    name: 'a bulk request against single PATCHes of one group',
    holds: 'what either of them added is a member',
    run: async (scim) => {
      const group = await scim.group()
      const users = await Promise.all(times(20, () => scim.user()))
      const operations = users.slice(0, 10).map((user) => {
        const { body, path } = add(group, user)
        return { method: 'PATCH', path, data: body! }
      })
      const singles = users.slice(10).map((user) => add(group, user))
      const [results] = await Promise.all([scim.bulk(operations), atOnce(scim, singles, { 204: 10 })])
      expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['204']))
      expect(membersOf(await scim.read('/Groups', group.id))).toHaveLength(20)
    },
  },
  {
    name: '60 writes to groups that share members and are nested in one another',
    holds: 'none gets into another’s way',
    run: async (scim) => {
      const users = await Promise.all(times(6, () => scim.user()))
      const groups = await Promise.all(times(5, () => scim.group()))
      const some = (from: number) => [0, 1, 2].map((step) => ({ value: users[(from + step) % users.length]!.id }))
      const requests = times(60, (index) => {
        const group = groups[index % groups.length]!
        const inner = { value: groups[(index + 1) % groups.length]!.id }
        const path = `/Groups/${group.id}`
        if (index % 4 === 0)
          return { method: 'PUT', path, body: { displayName: group['displayName']!, members: some(index) } }
        return patchOf(
          path,
          { op: 'replace', path: 'members', value: some(index) },
          { op: 'remove', path: 'members', value: some(index + 2) },
          { op: 'add', path: 'members', value: [inner, ...some(index + 4)] },
        )
      })
      await atOnce(scim, requests, { 200: 15, 204: 45 })
    },
  },
]
