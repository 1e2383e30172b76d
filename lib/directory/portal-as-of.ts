import type { JsonObject } from '@/lib/scim'
import { callsSince } from '@/lib/sync-log/calls-since'
import { documentThen, groupsThen } from './as-of'
import { deletedDetails, userDetails } from './portal-details'
import { namesOf, type Named } from './portal-names'

/** A user as it was at a moment. */
export type UserAsOf =
  | { kind: 'not-yet'; createdAt: Date }
  | { kind: 'deleted'; deletedAt: Date; requestId: string }
  | { kind: 'too-many' }
  | {
      kind: 'there'
      createdAt: Date
      /** What is stored now, and what was then; null of somebody who is deleted since: values are not kept. */
      now: JsonObject | null
      document: JsonObject | null
      unsure: string[]
      redacted: boolean
      deletedAt: Date | null
      /** Direct memberships, by name. */
      groups: Named[]
      /** Recorded calls that were undone. */
      undone: number
      /** The log begins only then, so that this is how it was at that moment. */
      reachesBackTo: Date | null
    }

/**
 * A user and its direct memberships as they were just before a moment: what is stored now, with what the log recorded
 * since undone.
 * @returns undefined where there never was such a user
 */
export async function userAsOf(id: string, until: Date): Promise<UserAsOf | undefined> {
  const user = await userDetails(id)
  const gone = user ? undefined : await deletedDetails('User', id)
  const one = user ?? gone
  if (!one) return undefined
  if (one.createdAt >= until) return { kind: 'not-yet', createdAt: one.createdAt }
  if (gone && gone.deletedAt < until) return { kind: 'deleted', deletedAt: gone.deletedAt, requestId: gone.requestId }
  const { calls, tooMany, oldest } = await callsSince(one.providerId, id, until)
  if (tooMany) return { kind: 'too-many' }
  const now = user?.groups.flatMap((group) => (group.type === 'direct' ? [group.id] : [])) ?? []
  const groups = groupsThen(now, calls)
  const names = await namesOf(groups)
  const then = user && documentThen(user.document, calls)
  return {
    kind: 'there',
    createdAt: one.createdAt,
    now: user?.document ?? null,
    document: then?.document ?? null,
    unsure: then?.unsure ?? [],
    redacted: then?.redacted ?? false,
    deletedAt: gone?.deletedAt ?? null,
    groups: groups.flatMap((group) => names.get(group) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    undone: calls.length,
    reachesBackTo: beginsLater(oldest, until, one.createdAt) ? oldest : null,
  }
}

const beginsLater = (oldest: Date | null, until: Date, created: Date) =>
  oldest !== null && oldest > until && created < oldest
