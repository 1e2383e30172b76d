import { valueAt } from '../json'
import type { Need } from './check'
import { complexOf, plainTexts, valuedOf } from './choices'
import { type Feature } from './server'
import { findAttribute } from './attribute'

/** The feature is advertised in `/ServiceProviderConfig` (RFC 7643 §5). */
export const offers =
  (feature: Feature): Need =>
  (server) =>
    server.offers(feature) ? undefined : `not advertised: ${feature}`

/** Cursor pages are advertised (RFC 9865 §4). */
export const cursors: Need = (server) =>
  valueAt(server.config, 'pagination.cursor') === true ? undefined : 'not advertised: pagination.cursor'

/** Pages by index: every server has them unless it says that it does not (RFC 9865 §4). */
export const indexPages: Need = (server) =>
  valueAt(server.config, 'pagination.index') === false ? 'not advertised: pagination.index' : undefined

export const groups: Need = (server) => (server.group ? undefined : 'no resource type for groups')

/** A group's members can be written, and come with it unasked (RFC 7643 §7 lets a server do otherwise). */
export const members: Need = ({ group }) => {
  if (!group) return 'no resource type for groups'
  const found = findAttribute(group.attributes, 'members')
  if (!found) return 'not in the schema: members'
  if (found.mutability === 'readOnly') return 'read-only in the schema: members'
  return found.returned === 'request' || found.returned === 'never' ? 'members are not returned unasked' : undefined
}

/** A user's attribute is declared, and a client may write it. */
export const has =
  (path: string): Need =>
  (server) => {
    const found = findAttribute(server.user.attributes, path)
    if (!found) return `not in the schema: ${path}`
    return found.mutability === 'readOnly' ? `read-only in the schema: ${path}` : undefined
  }

export const aText: Need = (server) => (plainTexts(server.user).length > 0 ? undefined : 'no plain text in the schema')
export const twoTexts: Need = (server) =>
  plainTexts(server.user).length > 1 ? undefined : 'no two plain texts in the schema'
export const complex: Need = (server) => (complexOf(server.user) ? undefined : 'no complex attribute in the schema')
export const valued: Need = (server) =>
  valuedOf(server.user) ? undefined : 'no multi-valued attribute with value and type in the schema'
export const primaries: Need = (server) =>
  valuedOf(server.user)?.primary ? undefined : 'no multi-valued attribute with primary in the schema'
