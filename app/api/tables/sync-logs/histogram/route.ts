import { syncLogHistogram } from '@/lib/sync-log/histogram'
import { timeBounds } from '@/lib/tables/time-range'
import { answerAbout } from '../asked-calls'

/** The calls of a view by time; `zone` is the IANA name of the zone whose hours and days the bars are. */
export const GET = (request: Request) =>
  answerAbout(request, 'The calls', ({ view, providerIds, filter, now, also }) =>
    syncLogHistogram({
      providerIds,
      ...(filter && { filter }),
      ...timeBounds(view.filters['time'], now),
      now,
      zone: knownZone(also('zone')),
    }),
  )

function knownZone(zone: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone?.slice(0, 64) || 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
