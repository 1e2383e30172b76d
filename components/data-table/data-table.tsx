'use client'

import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo, type MouseEvent } from 'react'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import { BodyRow } from './body-row'
import { useCellCopies } from './cell-copy'
import { HeaderCell } from './header-cell'
import { useTableView } from './table-view'
import { viewWidth } from './view-width'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

/** The rows as the server sorted, filtered and cut them; which columns, in which order, is the admin's. */
export function DataTable({ result }: { result: TableResult }) {
  const { spec, view, shown, columns: arranged, go, href } = useTableView()
  const copies = useCellCopies()
  const columns = useMemo(
    () =>
      spec.columns.map((column): ColumnDef<typeof features, TableRow> => ({
        id: column.id,
        accessorFn: (row) => row.cells[column.id] ?? null,
        size: column.width,
        enableHiding: !column.identity,
        enableSorting: Boolean(column.sortable),
      })),
    [spec],
  )
  const table = useTable({
    features,
    columns,
    data: result.rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    state: {
      columnOrder: arranged.map(({ column }) => column.id),
      columnVisibility: Object.fromEntries(arranged.map(({ column, shown }) => [column.id, shown])),
      sorting: view.sort ? [{ id: view.sort.column, desc: view.sort.descending }] : [],
    },
  })
  const visible = useMemo(() => arranged.filter((each) => each.shown).map(({ column }) => column), [arranged])
  const width = table.getVisibleLeafColumns().reduce((sum, column) => sum + column.getSize(), 0)
  return (
    <>
      <table
        onClick={(event) => {
          copies.onClick(event)
          const id = spec.opens && rowToOpen(event)
          if (id) go({ open: id })
        }}
        className="w-full table-fixed border-separate border-spacing-0 text-table"
        style={{ minWidth: width + (spec.opens ? viewWidth : 0) }}
      >
        <caption className="sr-only">{spec.title}</caption>
        <colgroup>
          {visible.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
          {spec.opens && <col style={{ width: viewWidth }} />}
        </colgroup>
        <thead className="text-small text-ink-2">
          <tr>
            {visible.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
            {spec.opens && (
              <th scope="col" className="sticky top-0 z-1 border-b border-line bg-sunken">
                <span className="sr-only">Action</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <BodyRow
              key={row.id}
              row={row.original}
              columns={visible}
              exactTimes={spec.kind === 'event'}
              href={spec.opens && href({ open: row.id }, shown)}
              open={view.open === row.id}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className="sr-only">
        {copies.said}
      </p>
    </>
  )
}

/** The row that a click opens: by its View link, which the keyboard reaches, or anywhere on it but on a control. */
function rowToOpen(event: MouseEvent): string | undefined {
  const { target } = event
  if (!(target instanceof Element)) return undefined
  const link = target.closest('[data-view]')
  if (link) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return undefined
    event.preventDefault()
  } else if (target.closest('a, button') || window.getSelection()?.isCollapsed === false) return undefined
  return target.closest<HTMLElement>('[data-row]')?.dataset.row
}
