'use client'

import { Braces, SquareTerminal, Tag } from 'lucide-react'
import { useEffect, useState } from 'react'
import { exportLine } from '@/lib/tables/export'
import type { TableRow, TableSpec } from '@/lib/tables/spec'
import { visibleColumns } from '@/lib/tables/table-settings'
import { Menu, MenuItem } from '../ui/menu'
import { useTableView } from './table-view'

/** A row whose menu was asked for, and the button that asked. */
export interface AskedRow {
  row: TableRow
  button: HTMLElement
}

/** What a row offers besides opening it. One menu for all rows, which opens at the button that asked for it. */
export function RowMenu({
  asked: { row, button },
  onCopy,
  onClose,
}: {
  asked: AskedRow
  /** Copies a text, and marks the button. */
  onCopy: (button: HTMLElement, text: string) => void
  onClose: () => void
}) {
  const { spec, columns } = useTableView()
  const curl = useCurl(row.id)
  const urn = urnOf(spec, row)
  const { left, top, width, height } = button.getBoundingClientRect()
  const json = () => {
    const line = exportLine(
      'ndjson',
      visibleColumns(columns).map(({ column }) => column),
      row,
    )
    onCopy(button, JSON.stringify(JSON.parse(line), null, 2))
  }
  return (
    <Menu
      open
      align="end"
      onOpenChange={(open) => !open && onClose()}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        button.focus()
      }}
      trigger={<span aria-hidden className="pointer-events-none fixed" style={{ left, top, width, height }} />}
    >
      <MenuItem onSelect={json}>
        <Braces aria-hidden />
        Copy row as JSON
      </MenuItem>
      {urn !== undefined && (
        <MenuItem onSelect={() => onCopy(button, urn)}>
          <Tag aria-hidden />
          Copy URN
        </MenuItem>
      )}
      <MenuItem disabled={curl.command === undefined} onSelect={() => onCopy(button, curl.command ?? '')}>
        <SquareTerminal aria-hidden />
        {spec.page === 'sync-logs' ? 'Copy call as curl' : 'Copy request as curl'}
      </MenuItem>
      {curl.why && <p className="max-w-64 px-2 pb-1.5 text-small text-ink-2">{curl.why}</p>}
    </Menu>
  )
}

/** Of a row that is about an attribute, its name with the URN (RFC 7644 §3.10). */
function urnOf(spec: TableSpec, row: TableRow): string | undefined {
  const column = spec.columns.find(({ kind }) => kind === 'attribute')
  const cell = column && row.cells[column.id]
  return typeof cell === 'object' && cell && 'urn' in cell ? cell.urn : undefined
}

/** The command that a row stands for, asked for while its menu is open. */
function useCurl(id: string): { command?: string; why?: string } {
  const { spec, shown } = useTableView()
  const address = `/api/tables/${spec.page}/curl?${new URLSearchParams({ id, provider: shown.provider })}`
  const [known, know] = useState<{ command?: string; why?: string }>({})
  useEffect(() => {
    const leaving = new AbortController()
    fetch(address, { signal: leaving.signal })
      .then(async (answer) => {
        const body = (await answer.json()) as { command?: string; why?: string; detail?: string }
        know(answer.ok ? body : { why: body.detail ?? `The server answered ${answer.status}.` })
      })
      .catch(() => leaving.signal.aborted || know({ why: 'The server did not answer.' }))
    return () => leaving.abort()
  }, [address])
  return known
}
