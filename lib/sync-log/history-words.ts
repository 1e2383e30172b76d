import { describe } from './describe'
import type { HistoryCall } from './history'

/** A call as a line of somebody's history; what it names stands between `before` and `after`. */
export interface HistoryWords {
  before: string
  /** The group or user that the line is about, where it is not the one whose history this is. */
  names?: string
  after?: string
}

/** What a call did to a user or group, in words: "Deactivated", "Added to Engineering". */
export function historyWords(call: HistoryCall, of: 'User' | 'Group'): HistoryWords {
  const other = call.entityName ?? call.entityId ?? 'unknown'
  if (call.role === 'entity') return { before: describe(of === 'User' ? { ...call, membersRemoved: 0 } : call) }
  if (call.resourceType === 'User') return { before: 'Lost', names: other, after: ', who was deleted' }
  if (call.action === 'deleted')
    return of === 'User'
      ? { before: 'Left', names: other, after: ', which was deleted' }
      : { before: 'Lost the group', names: other, after: ', which was deleted' }
  return { before: call.role === 'added' ? 'Added to' : 'Removed from', names: other }
}
