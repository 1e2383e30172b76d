'use client'

import { useState } from 'react'
import { rangeOf } from '@/components/charts/bucket-words'
import { HistogramBars } from '@/components/charts/histogram-bars'
import { HistogramLegend } from '@/components/charts/histogram-legend'
import { HistogramTable } from '@/components/charts/histogram-table'
import { useTableView } from '@/components/data-table/table-view'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { useTimes } from '@/components/ui/times'
import { FAILED } from '@/lib/tables/specs/failed-calls'
import { printView } from '@/lib/tables/view-state'
import { useHistogram } from './use-histogram'

/** The calls of the view by time, over their table. It is asked for beside the rows, which never wait for it. */
export function CallHistogram() {
  const { spec, view, shown, outcome, go } = useTableView()
  const { zone } = useTimes()
  const [asTable, setAsTable] = useState(false)
  // What decides which calls match, and nothing else: a drawer that opens asks for nothing.
  const query = printView(spec, { ...shown, cursor: undefined, open: undefined, tab: undefined, saved: undefined })
  const url = `/api/tables/sync-logs/histogram?${query}&zone=${encodeURIComponent(zone)}`
  const { histogram, failed, pending, retry } = useHistogram(url, 'readAt' in outcome ? outcome.readAt : '')
  const take = (first: number, last: number) =>
    histogram && go({ filters: { ...view.filters, time: rangeOf(histogram.buckets, first, last) } })
  const failures = histogram?.buckets.reduce((sum, { refused, failed }) => sum + refused + failed, 0) ?? 0
  const { status } = view.filters
  const onlyFailed = status?.kind === 'anyOf' && status.values.includes(FAILED)
  const toggleFailed = () => {
    const { status: _before, ...others } = view.filters
    go({ filters: onlyFailed ? others : { ...others, status: { kind: 'anyOf', values: [FAILED] } } })
  }
  if ('error' in outcome) return null
  return (
    <section
      aria-label="Histogram"
      aria-busy={pending}
      className="min-h-[122px] px-4 pt-1 pb-2.5 text-table text-ink-2 narrow:px-6"
    >
      {failed ? (
        <Notice
          tone="bad"
          title="The calls could not be counted"
          action={<Button onClick={retry}>Try again</Button>}
          className="mt-4"
        >
          {failed} The rows below are not concerned.
        </Notice>
      ) : !histogram ? (
        <Loading />
      ) : histogram.buckets.length === 0 ? (
        <p className="pt-2">Nothing to count in this time range.</p>
      ) : (
        <div className={classNames('transition-opacity duration-120', pending && 'opacity-50')}>
          <div className="mb-2.5 flex min-h-6 flex-wrap items-center gap-x-4 tabular-nums">
            <HistogramLegend histogram={histogram} />
            <span className="ml-auto flex gap-4">
              {view.expression === undefined && (failures > 0 || onlyFailed) && (
                <button type="button" onClick={toggleFailed} className="link">
                  {onlyFailed ? 'Show all calls' : 'Show what failed'}
                </button>
              )}
              <button type="button" onClick={() => setAsTable(!asTable)} className="link">
                {asTable ? 'Show as chart' : 'Show as table'}
              </button>
            </span>
          </div>
          {asTable ? (
            <HistogramTable histogram={histogram} zone={zone} />
          ) : (
            <HistogramBars histogram={histogram} zone={zone} onTake={take} />
          )}
        </div>
      )}
    </section>
  )
}

/** As high as what comes. */
const Loading = () => (
  <div role="status">
    <span className="sr-only">Counting calls</span>
    <div className="mb-2.5 flex h-6 items-center gap-4 max-narrow:h-9">
      <Skeleton className="w-24" />
      <Skeleton className="w-48" />
    </div>
    <div className="h-[61px] border-b border-line-strong" />
    <div className="mt-1 h-4" />
  </div>
)
