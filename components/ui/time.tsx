'use client'

import { exactTime, relativeTime, shortTime } from './format-time'
import { useNow } from './now'
import { useTimes } from './times'

/** A moment: relative, or to the second with `exact`; on hover in local time and in UTC. */
export function Time({ at, exact }: { at: string; exact?: boolean }) {
  const { zone, localZone, drawn } = useTimes()
  const now = useNow(drawn)
  const moment = new Date(at)
  const zones = [...new Set([localZone, 'UTC'])]
  return (
    <time dateTime={at} title={zones.map((name) => exactTime(moment, name)).join('\n')} className="tabular-nums">
      {exact ? shortTime(moment, zone, now) : relativeTime(moment, zone, now)}
    </time>
  )
}
