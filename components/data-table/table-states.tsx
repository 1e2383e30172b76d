'use client'

import type { ReactNode } from 'react'
import type { TableFailure } from '@/lib/tables/spec'
import { defaultFilters, printSavedQuery } from '@/lib/tables/view-state'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { formatNumber } from '../ui/format-number'
import { useTableView } from './table-view'

const Message = ({ title, alert, children }: { title: ReactNode; alert?: boolean; children: ReactNode }) => (
  <div role={alert ? 'alert' : undefined} className="mx-auto grid max-w-[620px] justify-items-start gap-4 px-6 py-14">
    <h2 className="-mb-3 text-[18px] leading-[26px] font-semibold tracking-tight">{title}</h2>
    {children}
  </div>
)

/** There are rows, but none that the filters let through. */
export function NothingMatches() {
  const { spec, view, go } = useTableView()
  const clear = () => go({ filters: defaultFilters(spec), expression: undefined, saved: undefined })
  if (printSavedQuery(spec, { ...view, sort: spec.defaultSort }) === '')
    return (
      <Message title={`No ${spec.noun.many} in this time range`}>
        <p className="text-ink-2">There are older ones: choose a longer range to see them.</p>
      </Message>
    )
  return (
    <Message
      title={`No ${spec.noun.many} match ${view.expression === undefined ? 'these filters' : 'this expression'}`}
    >
      <p className="text-ink-2">
        {view.expression === undefined ? 'Take one off, or widen it.' : 'It was read and searched: none is as it says.'}
      </p>
      <Button look="primary" onClick={clear}>
        Clear filters
      </Button>
    </Message>
  )
}

/** The page number is higher than the pages there are, for example after rows were deleted. */
export function PastTheEnd({ total }: { total: number }) {
  const { spec, view, go } = useTableView()
  const last = Math.max(1, Math.ceil(total / view.rows))
  return (
    <Message title={`Page ${formatNumber(view.page)} is past the end`}>
      <p className="text-ink-2">
        There are {formatNumber(total)} {spec.noun.many}, on {formatNumber(last)} {last === 1 ? 'page' : 'pages'}.
      </p>
      <Button look="primary" onClick={() => go({ page: last }, { replace: true })}>
        To the last page
      </Button>
    </Message>
  )
}

/** What is written in the filter bar is no filter, so nothing was searched: no rows, and no table without rows. */
export function Unreadable() {
  const { spec } = useTableView()
  return (
    <Message title="Nothing was searched">
      <p className="text-ink-2">
        The expression above can’t be read as a filter of {spec.noun.many}. The mark under it shows where; correct it
        there and apply it again.
      </p>
    </Message>
  )
}

/** The search failed. What is shown says so, and never looks like an empty table. */
export function SearchFailed({ error }: { error: TableFailure['error'] }) {
  const { spec, refresh, pending } = useTableView()
  return (
    <Message alert title={`The ${spec.noun.many} could not be read`}>
      <p className="text-ink-2">{error.message}</p>
      <p className="flex flex-wrap items-center gap-1 text-table text-ink-2">
        Request id <span className="mono break-all text-ink">{error.requestId}</span>
        <CopyButton text={error.requestId} what="request id" />
      </p>
      <Button look="primary" disabled={pending} onClick={refresh}>
        Try again
      </Button>
    </Message>
  )
}
