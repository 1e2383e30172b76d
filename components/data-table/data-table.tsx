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
import { useMemo } from 'react'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import { HeaderCell } from './header-cell'
import { BodyRow } from './body-row'
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
  const { spec, view, columns: arranged } = useTableView()
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
  const specs = useMemo(() => new Map(spec.columns.map((column) => [column.id, column])), [spec])
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
  const visible = table.getVisibleLeafColumns().flatMap((column) => specs.get(column.id) ?? [])
  const width = table.getVisibleLeafColumns().reduce((sum, column) => sum + column.getSize(), 0)
  return (
    <table
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
          <BodyRow key={row.id} row={row.original} columns={visible} />
        ))}
      </tbody>
    </table>
  )
}
