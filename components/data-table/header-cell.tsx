'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ColumnSpec } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'
import { HeaderHelp } from './header-help'
import { pinnedCell } from './pinned-cell'
import { ResizeHandle } from './resize-handle'
import { useTableView } from './table-view'

/** A column's title, a button where the column sorts, and the edge by which its width is changed. */
export function HeaderCell({
  column,
  width,
  onResize,
  pinned,
  lastPinned,
}: {
  column: ColumnSpec
  /** Pixels. */
  width: number
  /** Without a width: the one that the column has by itself. `done` when it is to be kept. */
  onResize: (width: number | undefined, done: boolean) => void
  /** Its place among the pinned columns. */
  pinned: number | undefined
  lastPinned: boolean
}) {
  const { spec, view, go } = useTableView()
  const sorted = view.sort?.column === column.id ? view.sort : undefined
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  const toggle = () => go({ sort: { column: column.id, descending: sorted ? !sorted.descending : false } })
  const pin = pinnedCell(pinned, lastPinned)
  return (
    <th
      scope="col"
      aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}
      // The edge within it has a name of its own.
      aria-label={column.title}
      title={column.description}
      className={classNames(
        'group/head sticky top-0 h-8 border-b border-line bg-sunken px-3 font-medium whitespace-nowrap first:pl-4 narrow:first:pl-6',
        column.align === 'right' ? 'text-right' : 'text-left',
        pinned === undefined ? 'z-1' : 'z-1 narrow:z-2',
        pin?.className,
      )}
      style={pin?.style}
    >
      {column.sortable ? (
        <button
          type="button"
          onClick={toggle}
          className="group/sort -mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-s px-1 hover:text-ink"
        >
          <span className="truncate">{column.title}</span>
          <Arrow
            aria-hidden
            strokeWidth={2}
            className={classNames(
              'size-3.5 shrink-0',
              sorted ? 'text-accent' : 'opacity-0 group-hover/sort:opacity-60',
            )}
          />
        </button>
      ) : (
        <span className="block truncate">{column.title}</span>
      )}
      <HeaderHelp page={spec.page} column={column} />
      <ResizeHandle title={column.title} width={width} onResize={onResize} />
    </th>
  )
}
