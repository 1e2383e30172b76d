import { queryOnce, sql } from '@/lib/db/sql'
import type { Filter } from '@/lib/scim'
import { bucketStarts } from './histogram-steps'
import { RETENTION } from './retention'
import { hits } from './search'
import { firstIdIn, searchPlan } from './search-plan'

/** A stretch of time and how the calls in it ended. */
export interface HistogramBucket {
  /** ISO 8601; `to` is no part of it. */
  from: string
  to: string
  /** Answered below 400. */
  accepted: number
  /** 4xx. */
  refused: number
  /** 5xx. */
  failed: number
}

/** Calls by time, oldest first. */
export interface Histogram {
  buckets: HistogramBucket[]
  /** Counting stopped after the newest `most` calls: bucket `at` has at least what it says, those before are not counted. */
  bound?: { most: number; at: number }
}

/** What is counted; `filter` keeps to the range by itself. */
export interface HistogramSearch {
  providerIds: string[]
  filter?: Filter
  /** Open: as far as calls are kept. */
  from?: Date
  /** Open: until now. */
  to?: Date
  now: Date
  /** IANA name of the zone whose minutes, hours or days the buckets are. */
  zone: string
}

/** Counting stops here, with the newest: it takes a fraction of a second, and every call before it would take longer. */
export const MOST_IN_HISTOGRAM = 200_000

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * How many calls were accepted, refused and failed, by time.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export async function syncLogHistogram(search: HistogramSearch, most = MOST_IN_HISTOGRAM): Promise<Histogram> {
  const { providerIds, filter, now, zone } = search
  const oldest = now.getTime() - (RETENTION.rows + 1) * DAY_MS
  const from = Math.max(search.from?.getTime() ?? oldest, oldest)
  // The end of a range belongs to it.
  const to = Math.min(search.to ? search.to.getTime() + 1 : Infinity, now.getTime() + 1)
  const starts = bucketStarts(from, to, zone)
  if (providerIds.length === 0 || starts.length === 0) return { buckets: [] }
  // Joined with the numbers of the buckets, so that the planner knows how few groups there are, and sorts nothing.
  const rows = await queryOnce<{ at: number; accepted: number; refused: number; failed: number }>(sql`
    with hits as (${hits(searchPlan(filter), providerIds, most + 1, { more: sql`, l.status` })})
    select at,
      count(*) filter (where status < 400)::int as accepted,
      count(*) filter (where status between 400 and 499)::int as refused,
      count(*) filter (where status >= 500)::int as failed
    from hits join generate_series(0, ${starts.length}::int) series (at)
      on at = width_bucket(id, ${starts.map(firstIdIn)}::uuid[])
    group by at order by at`)
  // 0 stands for what is before the first.
  const counts = new Map(rows.map(({ at, ...counted }) => [at - 1, counted]))
  const none = { accepted: 0, refused: 0, failed: 0 }
  const buckets = starts.map((start, at) => ({
    from: new Date(Math.max(start, from)).toISOString(),
    to: new Date(starts[at + 1] ?? to).toISOString(),
    ...(counts.get(at) ?? none),
  }))
  const counted = rows.reduce((sum, { accepted, refused, failed }) => sum + accepted + refused + failed, 0)
  return { buckets, ...(counted > most && { bound: { most, at: Math.max(0, rows[0]!.at - 1) } }) }
}
