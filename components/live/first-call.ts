import { errorName } from '../scim/error-name'
import type { HelpPlace } from '@/lib/help/error-article'
import type { NewestCall } from '@/lib/sync-log/newest-call'

/** What has become of a provider's first call. Times are ISO 8601. */
export type FirstCall = { newest?: string } & (
  | { state: 'waiting' }
  | { state: 'called'; at: string }
  | { state: 'refused'; at: string; id: string; about: string; detail: string; help?: HelpPlace }
  /** With a token that nobody has: no row, only where it came from (an address prefix). */
  | { state: 'unknown'; at: string; from: string }
)

/**
 * Whether a call came, and whether it was heard. Lookups leave no row, so that an answered one shows in the time of the last
 * call alone; of a refused one the row says why.
 * @param newest the newest row of the log
 * @param unknown the last call with a token that is not the provider's
 */
export function firstCall(
  lastCallAt: Date | null,
  newest: NewestCall | undefined,
  unknown: { last: Date; prefix: string } | undefined,
): FirstCall {
  const of = newest && { newest: newest.id }
  if (newest?.action === 'refused' && !(lastCallAt && lastCallAt > newest.at)) {
    return {
      ...of,
      state: 'refused',
      at: newest.at.toISOString(),
      id: newest.id,
      about: errorName(newest),
      detail: newest.detail ?? '',
    }
  }
  if (lastCallAt) return { ...of, state: 'called', at: lastCallAt.toISOString() }
  if (unknown) return { ...of, state: 'unknown', at: unknown.last.toISOString(), from: unknown.prefix }
  return { ...of, state: 'waiting' }
}
