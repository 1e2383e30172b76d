import type { JsonObject } from '../json'
import type { Registry } from '../schema/types'
import { EVERYTHING, type Projection } from './projection'
import { renderResource, type StoredResource } from './render'

/** A member of a group. Without a type it is unresolved: nobody has the id. */
export interface MemberRef {
  value: string
  display?: string
  type?: 'User' | 'Group'
}

/** A group as it is answered. `members` is left out when it was not loaded, and is [] when there is none. */
export function renderGroup(
  registry: Registry,
  stored: StoredResource & { members?: readonly MemberRef[] },
  baseUrl: string,
  projection: Projection = EVERYTHING,
): JsonObject {
  const own: JsonObject = {}
  if (stored.members && projection.wants('members'))
    own.members = stored.members.map((member) => renderMember(member, baseUrl))
  return renderResource(registry.Group, stored, own, baseUrl, projection)
}

function renderMember({ value, type, display }: MemberRef, baseUrl: string): JsonObject {
  if (!type) return { value }
  const $ref = `${baseUrl}/${type}s/${value}`
  return display === undefined ? { value, $ref, type } : { value, $ref, type, display }
}
