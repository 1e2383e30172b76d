import type { HistogramBucket } from '@/lib/sync-log/histogram'
import { dayAndMinute } from '../ui/format-time'

export const outcomes = ['accepted', 'refused', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** The calls of a bucket, or of several. */
export const callsIn = (...buckets: Pick<HistogramBucket, Outcome>[]) =>
  buckets.reduce((sum, { accepted, refused, failed }) => sum + accepted + refused + failed, 0)

/** `24 Nov 14:00–15:00`, `24 Nov 22:00 – 25 Nov 02:00`; whole days `24 Nov`, `24 Nov – 30 Nov`. */
export function bucketName({ from, to }: Pick<HistogramBucket, 'from' | 'to'>, zone: string): string {
  const [start, end] = [dayAndMinute(new Date(from), zone), dayAndMinute(new Date(to), zone)]
  if (start.minute === '00:00' && end.minute === '00:00') {
    const last = dayAndMinute(new Date(Date.parse(to) - 1), zone)
    return start.day === last.day ? start.day : `${start.day} – ${last.day}`
  }
  if (start.day === end.day) return `${start.day} ${start.minute}–${end.minute}`
  return `${start.day} ${start.minute} – ${end.day} ${end.minute}`
}

/** `128 accepted, 3 refused, 1 failed`; `no calls`. */
export function countWords(bucket: Pick<HistogramBucket, Outcome>): string {
  const said = outcomes.filter((outcome) => bucket[outcome] > 0)
  return said.map((outcome) => `${bucket[outcome].toLocaleString('en')} ${outcome}`).join(', ') || 'no calls'
}

/** The time filter of a stretch of buckets. Its end belongs to it. */
export const rangeOf = (buckets: HistogramBucket[], first: number, last: number) => ({
  kind: 'timeRange' as const,
  from: buckets[first]!.from,
  to: new Date(Date.parse(buckets[last]!.to) - 1).toISOString(),
})

/** What stands under the bars: the time where a bar begins, with the day where that is another one. */
export function axisWords(
  buckets: Pick<HistogramBucket, 'from'>[],
  zone: string,
  most: number,
): { at: number; text: string }[] {
  const every = Math.max(1, Math.ceil(buckets.length / Math.max(1, most)))
  let day = ''
  return buckets.flatMap((bucket, at) => {
    if (at % every !== 0 || at + every / 2 > buckets.length) return []
    const start = dayAndMinute(new Date(bucket.from), zone)
    const text =
      start.day === day ? start.minute : start.minute === '00:00' ? start.day : `${start.day} ${start.minute}`
    day = start.day
    return [{ at, text }]
  })
}
