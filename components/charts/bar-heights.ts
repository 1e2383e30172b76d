import type { HistogramBucket } from '@/lib/sync-log/histogram'
import { callsIn, outcomes, type Outcome } from './bucket-words'

/** A stack's parts from below, in pixels. */
export interface BarPart {
  outcome: Outcome
  y: number
  height: number
}

/** What is there is seen, however few: a failure among thousands is what one looks for. */
const least: Record<Outcome, number> = { accepted: 1, refused: 4, failed: 4 }

/** The bars over a zero line at `height`, their y counted from above; the highest reaches the top. */
export function barParts(buckets: HistogramBucket[], height: number): BarPart[][] {
  const room = height - least.refused - least.failed
  const scale = room / Math.max(1, ...buckets.map((bucket) => callsIn(bucket)))
  return buckets.map((bucket) => {
    let y = height
    return outcomes.flatMap((outcome) => {
      if (bucket[outcome] === 0) return []
      const tall = Math.max(least[outcome], bucket[outcome] * scale)
      y -= tall
      return [{ outcome, y, height: tall }]
    })
  })
}
