import { readProjection } from '@/lib/scim'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type StoredUser, showUser } from './stored-user'

/** The answer to a user that was made or restored. */
export function created(call: ScimCall, user: StoredUser): ScimAnswer {
  const projection = readProjection(call.registry, 'User', call.query, { after: user.document })
  const { body, etag } = showUser(call, user, projection)
  return { status: 201, body, etag, location: `${call.baseUrl}/Users/${user.id}` }
}
