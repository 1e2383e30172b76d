'use client'

import { useId } from 'react'
import type { Histogram } from '@/lib/sync-log/histogram'
import { formatNumber } from '../ui/format-number'
import { callsIn, outcomes } from './bucket-words'
import { OutcomePatterns, outcomeFill } from './outcome-patterns'

/** What the bars' fills mean, and how many calls there are of each. */
export function HistogramLegend({ histogram: { buckets, bound } }: { histogram: Histogram }) {
  const id = useId()
  const total = callsIn(...buckets)
  return (
    <>
      <span>
        {bound && 'the newest '}
        <b className="font-[560] text-ink">{formatNumber(bound ? bound.most : total)}</b>{' '}
        {total === 1 ? 'call' : 'calls'}
      </span>
      {outcomes.map((outcome) => (
        <span key={outcome} className="inline-flex items-center gap-1.5">
          <svg width="10" height="10" aria-hidden>
            <OutcomePatterns id={`${id}${outcome}`} />
            <rect width="10" height="10" rx="2" fill={outcomeFill(`${id}${outcome}`, outcome)} />
          </svg>
          {outcome}
          <b className="font-[560] text-ink">
            {formatNumber(buckets.reduce((sum, bucket) => sum + bucket[outcome], 0))}
          </b>
        </span>
      ))}
    </>
  )
}
