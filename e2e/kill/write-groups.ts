import { GROUP, PATCH_OP } from '@/lib/idp-clients/urns'
import { changed } from './state'
import { type About, type Make, one, those } from './write'

const people = (about: About, most: number) => [
  ...new Set(about.random.some(those(about, 'users'), most).filter((key) => key !== undefined)),
]
const named = (keys: string[], { ids }: About) => keys.map((key) => ({ value: ids.get(key)! }))

export const postGroup: Make = (about) => {
  const externalId = about.fresh()
  const members = people(about, 4)
  const after = changed(about.state, ({ groups }) => (groups[externalId] = { displayName: externalId, members }))
  const body = { schemas: [GROUP], externalId, displayName: externalId, members: named(members, about) }
  return { kind: 'POST group', method: 'POST', path: '/Groups', body, makes: externalId, after: [after] }
}

/** Members come and go in the request that renames the group. */
export const patchMembers: Make = (about) => {
  const externalId = one(about, 'groups')
  if (!externalId) return undefined
  const [gone, come] = [people(about, 4), people(about, 6)]
  const displayName = `${externalId} ${about.random.below(1e6)}`
  const after = changed(about.state, ({ groups }) => {
    const left = groups[externalId]!.members.filter((member) => !gone.includes(member))
    groups[externalId] = { displayName, members: [...new Set([...left, ...come])] }
  })
  const body = {
    schemas: [PATCH_OP],
    Operations: [
      ...(gone.length ? [{ op: 'remove', path: 'members', value: named(gone, about) }] : []),
      { op: 'replace', path: 'displayName', value: displayName },
      ...(come.length ? [{ op: 'add', path: 'members', value: named(come, about) }] : []),
    ],
  }
  return { kind: 'PATCH members', method: 'PATCH', path: `/Groups/${about.ids.get(externalId)}`, body, after: [after] }
}

export const deleteGroup: Make = (about) => {
  const externalId = one(about, 'groups')
  if (!externalId) return undefined
  const after = changed(about.state, ({ groups }) => delete groups[externalId])
  return { kind: 'DELETE group', method: 'DELETE', path: `/Groups/${about.ids.get(externalId)}`, after: [after] }
}
