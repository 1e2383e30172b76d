'use client'

import type { MouseEvent } from 'react'
import type { CellValue, ColumnSpec, TableRow } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'
import { Cell } from './cell'
import { useTableView } from './table-view'

/** Finds the link back when its drawer closes (row-drawer.tsx). */
export const viewLinkId = (rowId: string) => `view-${rowId}`

const words = (value: CellValue | undefined) =>
  value && typeof value === 'object' && 'text' in value ? value.text : String(value ?? '')

/** A row. Where rows open, a click anywhere on it does, as does its View link, which the keyboard reaches. */
export function BodyRow({ row, columns }: { row: TableRow; columns: ColumnSpec[] }) {
  const { spec, view, go, href } = useTableView()
  const open = view.open === row.id
  const identity = spec.columns.find((column) => column.identity)
  const openRow = (event: MouseEvent) => {
    const selecting = window.getSelection()?.isCollapsed === false
    const inControl = event.target instanceof Element && event.target.closest('a, button')
    if (!selecting && !inControl) go({ open: row.id })
  }
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go({ open: row.id })
  }
  return (
    <tr
      onClick={spec.opens && openRow}
      data-open={open || undefined}
      className={classNames(
        'group/row bg-surface hover:bg-[color-mix(in_oklab,var(--sunken)_55%,var(--surface))] data-open:bg-accent-tint',
        spec.opens && 'cursor-pointer',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          className="h-10 border-b border-line px-3 whitespace-nowrap group-data-open/row:first:shadow-[inset_3px_0_0_var(--accent)] first:pl-4 narrow:first:pl-6"
        >
          <Cell column={column} value={row.cells[column.id]} exactTimes={spec.kind === 'event'} />
        </td>
      ))}
      {spec.opens && (
        <td className="pointer-events-none sticky right-0 border-b border-line pr-3 text-right">
          <a
            id={viewLinkId(row.id)}
            href={href({ open: row.id })}
            onClick={follow}
            aria-label={`View ${words(identity && row.cells[identity.id])}`}
            className="pointer-events-auto inline-flex h-6 items-center rounded-s border border-line bg-surface px-2 text-small font-medium opacity-0 group-hover/row:opacity-100 group-data-open/row:opacity-100 hover:border-line-strong focus-visible:opacity-100 pointer-coarse:opacity-100"
          >
            View
          </a>
        </td>
      )}
    </tr>
  )
}
