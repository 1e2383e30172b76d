import { readProjection } from '@/lib/scim'
import type { ScimAnswer, ScimCall } from './scim-call'
import { type StoredUser, showUser } from './stored-user'

/** The answer to a user that was made or restored. */
export function created(call: ScimCall, user: StoredUser): ScimAnswer {
  const projection = readProjection(call.registry, 'User', call.query, { after: user.document })
  return { status: 201, ...showUser(call, user, projection) }
}
