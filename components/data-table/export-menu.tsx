'use client'

import { Download, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ExportFormat } from '@/lib/tables/export'
import { visibleColumns } from '@/lib/tables/table-settings'
import { printView } from '@/lib/tables/view-state'
import { Button } from '../ui/button'
import { formatNumber } from '../ui/format-number'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { useToast } from '../ui/toast'
import { readExport, saveAs, type Progress } from './read-export'
import { useTableView } from './table-view'

const titles: Record<ExportFormat, string> = { csv: 'CSV', ndjson: 'NDJSON' }

/** Everything that is filtered, all pages, as a file; says how far it is, and can be stopped. */
export function ExportMenu() {
  const { spec, shown, columns, outcome } = useTableView()
  const toast = useToast()
  const [progress, setProgress] = useState<Progress>()
  const running = useRef<AbortController>(undefined)
  const visible = visibleColumns(columns).map(({ column }) => column.id)
  const all = columns.flatMap(({ column }) => (column.absent ? [] : column.id))

  const run = async (format: ExportFormat, ids: string[]) => {
    const controller = (running.current = new AbortController())
    const view = { ...shown, page: 1, cursor: undefined, open: undefined, tab: undefined, saved: undefined }
    const query = `${printView(spec, view)}&format=${format}&columns=${encodeURIComponent(ids.join(','))}`
    setProgress({ rows: 0 })
    try {
      const file = await readExport(`/api/tables/${spec.page}/export?${query}`, controller.signal, setProgress)
      saveAs(file)
      toast({ title: `${file.name} saved`, detail: `${formatNumber(file.rows)} rows` })
    } catch (error) {
      if (controller.signal.aborted) toast({ title: 'Export stopped', detail: 'Nothing was saved.' })
      else
        toast({ title: 'Not exported', detail: error instanceof Error ? error.message : String(error), failed: true })
    } finally {
      setProgress(undefined)
    }
  }
  const nothing = !('rows' in outcome) || outcome.total === 0
  return (
    <>
      {progress && <Running {...progress} stop={() => running.current?.abort()} />}
      {/* It stays while one runs: it has the focus. */}
      <Menu
        align="end"
        trigger={
          <Button aria-label="Export" title="Export" disabled={nothing} className="w-[30px] px-0!">
            <Download aria-hidden />
          </Button>
        }
      >
        {(['csv', 'ndjson'] as const).flatMap((format) => [
          <MenuItem key={format} disabled={Boolean(progress)} onSelect={() => void run(format, visible)}>
            {titles[format]}, columns shown
          </MenuItem>,
          <MenuItem key={`${format} all`} disabled={Boolean(progress)} onSelect={() => void run(format, all)}>
            {titles[format]}, all columns
          </MenuItem>,
        ])}
      </Menu>
    </>
  )
}

function Running({ rows, total, stop }: Progress & { stop: () => void }) {
  const said = total === undefined ? formatNumber(rows) : `${formatNumber(rows)} of ${formatNumber(total)}`
  return (
    <span className="inline-flex h-[30px] items-center gap-2 rounded-m border border-line pl-2.5 text-table text-ink-2 tabular-nums">
      <progress
        aria-label="Export"
        {...(total !== undefined && { value: rows, max: Math.max(1, total) })}
        className="h-1 w-16 accent-accent"
      />
      {said} rows
      <IconButton label="Stop the export" look="quiet" onClick={stop} className="size-7">
        <X aria-hidden />
      </IconButton>
    </span>
  )
}
