import type { JsonObject } from '../json'
import { GROUP, USER } from '../urns'
import { attributeOf, type Attribute } from './attribute'

const plain = (name: string, more: JsonObject = {}): JsonObject => ({ name, ...more })
const valued = (name: string): JsonObject => ({
  name,
  type: 'complex',
  multiValued: true,
  subAttributes: [plain('value'), plain('type'), plain('primary', { type: 'boolean' })],
})

const stated: Record<string, JsonObject[]> = {
  [USER]: [
    plain('userName', { required: true, uniqueness: 'server' }),
    { name: 'name', type: 'complex', subAttributes: [plain('familyName'), plain('givenName')] },
    plain('displayName'),
    plain('title'),
    plain('active', { type: 'boolean' }),
    valued('emails'),
  ],
  [GROUP]: [
    plain('displayName'),
    {
      name: 'members',
      type: 'complex',
      multiValued: true,
      subAttributes: [plain('value', { mutability: 'immutable' })],
    },
  ],
}

/** What of RFC 7643 §4.1 and §4.2 nearly every server has: taken for granted where `/Schemas` does not answer. */
export const coreAttributes = (schema: string): Attribute[] => (stated[schema] ?? []).map(attributeOf)
