'use client'

import type { MouseEvent } from 'react'
import type { TableRow } from '@/lib/tables/spec'
import { filterByCell } from '@/lib/tables/filter-by-cell'
import { useTableView } from './table-view'

/** Narrows the table to the rows with this cell's value. Nothing but a button, as <CellCopy>: the table hears it. */
export const CellFilter = ({ column, what }: { column: string; what: string }) => (
  <button
    type="button"
    data-filter-by={column}
    aria-label={`Filter by this ${what}`}
    title={`Filter by this ${what}`}
    className="filter-icon inline-grid size-6 shrink-0 place-items-center rounded-s text-ink-2 opacity-0 group-hover/cell:opacity-100 hover:bg-off-tint hover:text-ink focus-visible:opacity-100 pointer-coarse:hidden"
  />
)

/** For the table around <CellFilter>: what to do on a click. */
export function useCellFilters(rows: TableRow[]) {
  const { spec, view, columns, go } = useTableView()
  return ({ target }: MouseEvent) => {
    const asked = target instanceof Element ? target.closest<HTMLElement>('[data-filter-by]') : null
    const id = asked?.closest<HTMLElement>('[data-row]')?.dataset.row
    const column = columns.find((each) => each.column.id === asked?.dataset.filterBy)?.column
    const row = rows.find((each) => each.id === id)
    const next = column && row && filterByCell(spec, view, column, row.cells[column.id], new Date())
    if (next) go(next)
  }
}
