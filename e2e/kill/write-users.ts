import type { Json } from '@/lib/idp-clients/json'
import { PATCH_OP, USER } from '@/lib/idp-clients/urns'
import type { Random } from '../product/random'
import { changed, withoutUser } from './state'
import { type Make, one } from './write'

/** Values that are written together: half a write would tear them apart. */
const values = (random: Random) => {
  const value = String(random.below(1e9))
  return { title: value, nickName: value, active: random.chance(0.5) }
}

export const postUser: Make = ({ random, state, fresh }) => {
  const externalId = fresh()
  const given = { userName: `${externalId}@x.example`, ...values(random) }
  const after = changed(state, ({ users }) => (users[externalId] = given))
  const body = { schemas: [USER], externalId, ...given }
  return { kind: 'POST user', method: 'POST', path: '/Users', body, makes: externalId, after: [after] }
}

export const putUser: Make = (about) => {
  const { random, state, ids } = about
  const externalId = one(about, 'users')
  if (!externalId) return undefined
  const given = { userName: `${externalId}.${random.below(1e6)}@x.example`, ...values(random) }
  const after = changed(state, ({ users }) => (users[externalId] = given))
  const body = { schemas: [USER], externalId, ...given }
  return { kind: 'PUT user', method: 'PUT', path: `/Users/${ids.get(externalId)}`, body, after: [after] }
}

export const patchUser: Make = (about) => {
  const { random, state, ids } = about
  const externalId = one(about, 'users')
  if (!externalId) return undefined
  const { title, nickName, active } = values(random)
  const after = changed(state, ({ users }) => Object.assign(users[externalId]!, { title, nickName, active }))
  const operations: Json[] = [
    { op: 'replace', path: 'title', value: title },
    { op: 'replace', value: { nickName } },
    { op: 'replace', path: 'active', value: active },
  ]
  const body = { schemas: [PATCH_OP], Operations: operations }
  return { kind: 'PATCH user', method: 'PATCH', path: `/Users/${ids.get(externalId)}`, body, after: [after] }
}

export const deleteUser: Make = (about) => {
  const externalId = one(about, 'users')
  if (!externalId) return undefined
  const path = `/Users/${about.ids.get(externalId)}`
  return { kind: 'DELETE user', method: 'DELETE', path, after: [withoutUser(about.state, externalId)] }
}
