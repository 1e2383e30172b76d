'use client'

import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { clockTime } from '../ui/format-time'
import { IconButton } from '../ui/icon-button'
import { useTimes } from '../ui/times'
import { ColumnChooser } from './column-chooser'
import { ExportMenu } from './export-menu'
import { useTableView } from './table-view'

/** When the rows were read, reading them again, the columns, and what the page adds. */
export function TableTools({ children }: { children?: ReactNode }) {
  const { outcome, pending, refresh } = useTableView()
  const { zone } = useTimes()
  return (
    <>
      {'readAt' in outcome && (
        <span className="text-table text-ink-2 tabular-nums">
          as of <time dateTime={outcome.readAt}>{clockTime(new Date(outcome.readAt), zone)}</time>
        </span>
      )}
      <IconButton label="Refresh" aria-keyshortcuts="R" disabled={pending} onClick={refresh}>
        <RotateCw aria-hidden className={pending ? 'animate-spin' : undefined} />
      </IconButton>
      <ExportMenu />
      <ColumnChooser />
      <>{children}</>
    </>
  )
}
