'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { TableResult } from '@/lib/tables/spec'
import { rowsPerPage } from '@/lib/tables/view-state'
import { Button } from '../ui/button'
import { countOf, formatNumber } from '../ui/format-number'
import { IconButton } from '../ui/icon-button'
import { classNames } from '../ui/class-names'
import { pageWindow } from './page-window'
import { useTableView } from './table-view'

/** How many there are, how many are shown, and the way to the others. */
export function TableFooter({ result }: { result: TableResult }) {
  const { spec, view, go, changeSettings } = useTableView()
  const chooseRows = (text: string) => {
    const rows = rowsPerPage.find((each) => String(each) === text)
    if (!rows) return
    changeSettings({ rows })
    go({ rows })
  }
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line px-4 py-2 text-table text-ink-2 narrow:px-6">
      <span className="tabular-nums">{describe(spec.kind, spec.noun, view.page, view.rows, result)}</span>
      <label className="flex items-center gap-1">
        Rows
        <select
          value={view.rows}
          onChange={(event) => chooseRows(event.target.value)}
          className="h-7 rounded-s bg-transparent font-[560] text-ink tabular-nums hover:bg-off-tint"
        >
          {rowsPerPage.map((rows) => (
            <option key={rows} value={rows}>
              {rows}
            </option>
          ))}
        </select>
      </label>
      {spec.kind === 'directory' ? <NumberedPages total={result.total} /> : <NeighbourPages result={result} />}
    </footer>
  )
}

function describe(
  kind: 'directory' | 'event',
  noun: { one: string; many: string },
  page: number,
  rows: number,
  { total, totalIsFloor, rows: shown }: TableResult,
): string {
  const count = countOf(total, noun)
  if (kind === 'event') return `Newest first · ${totalIsFloor ? `more than ${count}` : count}`
  if (shown.length === 0 || total <= shown.length) return count
  const first = (page - 1) * rows + 1
  return `${formatNumber(first)}–${formatNumber(first + shown.length - 1)} of ${count}`
}

function NumberedPages({ total }: { total: number }) {
  const { view, go } = useTableView()
  const pages = Math.max(1, Math.ceil(total / view.rows))
  if (pages === 1 && view.page === 1) return null
  return (
    <nav aria-label="Pages of the table" className="ml-auto flex items-center gap-1 tabular-nums">
      <IconButton
        label="Previous page"
        look="quiet"
        disabled={view.page <= 1}
        onClick={() => go({ page: Math.min(view.page - 1, pages) })}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      {pageWindow(view.page, pages).map((page, at) =>
        page === undefined ? (
          <span key={`gap-${at}`} aria-hidden>
            …
          </span>
        ) : (
          <button
            key={page}
            type="button"
            aria-label={`Page ${page}`}
            aria-current={page === view.page ? 'page' : undefined}
            onClick={() => go({ page })}
            className={classNames(
              'h-7 min-w-7 rounded-m px-1.5',
              page === view.page ? 'bg-accent-tint font-semibold text-accent' : 'hover:bg-off-tint hover:text-ink',
            )}
          >
            {formatNumber(page)}
          </button>
        ),
      )}
      <IconButton
        label="Next page"
        look="quiet"
        disabled={view.page >= pages}
        onClick={() => go({ page: view.page + 1 })}
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </nav>
  )
}

function NeighbourPages({ result: { newer, older } }: { result: TableResult }) {
  const { go } = useTableView()
  return (
    <nav aria-label="Pages of the table" className="ml-auto flex gap-1">
      <Button disabled={!newer} onClick={() => go({ cursor: newer, open: undefined })}>
        Newer
      </Button>
      <Button disabled={!older} onClick={() => go({ cursor: older, open: undefined })}>
        Older
      </Button>
    </nav>
  )
}
