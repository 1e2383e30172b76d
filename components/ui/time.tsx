'use client'

import { relativeTime, shortTime } from './format-time'
import { useNow } from './now'
import { useTimes } from './times'

/** A moment: relative, or to the second with `exact`. The card of its other forms is TimeCard's. */
export function Time({ at, exact }: { at: string; exact?: boolean }) {
  const { zone, drawn } = useTimes()
  const now = useNow(drawn)
  const moment = new Date(at)
  return (
    <time dateTime={at} className="tabular-nums">
      {exact ? shortTime(moment, zone, now) : relativeTime(moment, zone, now)}
    </time>
  )
}
