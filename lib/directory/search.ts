import { readSearchRequest } from '@/lib/scim'
import { answerList } from './answer-list'
import { listedGroups } from './read-groups'
import { listedUsers } from './read-users'
import type { ScimAnswer, ScimCall } from './scim-call'

/**
 * GET / (RFC 7644 §3.4.2.1): users and groups in one list.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
 */
export const listAll = (call: ScimCall) => answerList(call, [listedUsers(call), listedGroups(call)])

/**
 * POST …/.search (RFC 7644 §3.4.3) for what answers the GET that asks the same. What stands in the URL counts as well, and
 * less than the body.
 * @throws ScimError what that GET does; 400 invalidSyntax, invalidValue and 413 for the message
 */
export function searching(list: (call: ScimCall) => Promise<ScimAnswer>) {
  return async (call: ScimCall): Promise<ScimAnswer> => {
    const { params, notes } = readSearchRequest(call.registry, call.body)
    call.notes.push(...notes)
    // Of a name that comes twice the first counts.
    return list({ ...call, query: new URLSearchParams([...params, ...call.query]) })
  }
}
