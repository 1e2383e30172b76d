import type { JsonObject } from '../json'
import type { Registry } from '../schema/types'
import { EVERYTHING, type Projection } from './projection'
import { renderResource, type StoredResource } from './render'

/** A group that a user is in, directly or through other groups. */
export interface GroupRef {
  value: string
  display: string
  type: 'direct' | 'indirect'
}

/** A user as it is answered. Without groups (undefined or none) the attribute is left out. */
export function renderUser(
  registry: Registry,
  stored: StoredResource & { groups?: readonly GroupRef[] },
  baseUrl: string,
  projection: Projection = EVERYTHING,
): JsonObject {
  const own: JsonObject = {}
  if (stored.groups?.length) {
    own.groups = stored.groups.map(({ value, display, type }) => ({
      value,
      $ref: `${baseUrl}/Groups/${value}`,
      display,
      type,
    }))
  }
  return renderResource(registry.User, stored, own, baseUrl, projection)
}
