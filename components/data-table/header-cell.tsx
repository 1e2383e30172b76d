'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ColumnSpec } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'
import { useTableView } from './table-view'

/** A column's title; a button where the column sorts. */
export function HeaderCell({ column }: { column: ColumnSpec }) {
  const { view, go } = useTableView()
  const sorted = view.sort?.column === column.id ? view.sort : undefined
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  const toggle = () => go({ sort: { column: column.id, descending: sorted ? !sorted.descending : false } })
  return (
    <th
      scope="col"
      aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}
      title={column.description}
      className={classNames(
        'sticky top-0 z-1 h-8 border-b border-line bg-sunken px-3 font-medium whitespace-nowrap first:pl-4 narrow:first:pl-6',
        column.align === 'right' ? 'text-right' : 'text-left',
      )}
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
    </th>
  )
}
