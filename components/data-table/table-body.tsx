'use client'

import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { countOf } from '../ui/format-number'
import { ProgressLine } from '../ui/progress-line'
import { DataTable } from './data-table'
import { TableFooter } from './table-footer'
import { NothingMatches, PastTheEnd, SearchFailed, Unreadable } from './table-states'
import { useTableView } from './table-view'

/** Rows with their footer, or why there are none. While another view loads the rows stay, under a thin line. */
export function TableBody({ nothingYet }: { nothingYet: ReactNode }) {
  const { spec, outcome, pending } = useTableView()
  const some = 'rows' in outcome && outcome.rows.length > 0
  const said = 'rows' in outcome ? countOf(outcome.total, spec.noun) : ''
  return (
    <>
      <div className="relative flex min-h-80 flex-1 flex-col border-t border-line bg-surface">
        <ProgressLine active={pending} />
        <p role="status" className="sr-only">
          {pending ? 'Loading' : said}
        </p>
        <div
          aria-busy={pending}
          // Focusable, so that the keyboard can scroll sideways where the columns are wider than the window.
          {...(some && { tabIndex: 0, role: 'region', 'aria-label': `${spec.title}, table` })}
          className={classNames('absolute inset-0 overflow-auto -outline-offset-2', pending && 'cursor-progress')}
        >
          {'error' in outcome ? (
            <SearchFailed error={outcome.error} />
          ) : 'expression' in outcome ? (
            <Unreadable />
          ) : some ? (
            <DataTable result={outcome} />
          ) : nothingYet ? (
            nothingYet
          ) : outcome.total > 0 ? (
            <PastTheEnd total={outcome.total} />
          ) : (
            <NothingMatches />
          )}
        </div>
      </div>
      {some && <TableFooter result={outcome} />}
    </>
  )
}
