'use client'

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo, useState, type CSSProperties, type MouseEvent } from 'react'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import { densities, visibleColumns, withWidth, type ArrangedColumn } from '@/lib/tables/table-settings'
import { BodyRow } from './body-row'
import { useCellCopies } from './cell-copy'
import { useCellFilters } from './cell-filter'
import { useCellHelp } from './cell-help'
import { HeaderCell } from './header-cell'
import { RowMenu, type AskedRow } from './row-menu'
import { useTableView } from './table-view'
import { actionsWidth } from './actions-width'

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

/** The rows as the server sorted, filtered and cut them; which columns, in which order and how wide, is the admin's. */
export function DataTable({ result }: { result: TableResult }) {
  const { spec, view, shown, columns: arranged, settings, changeSettings, go, href } = useTableView()
  // While a column is being dragged wider or narrower; kept when it is let go.
  const [dragged, setDragged] = useState<{ id: string; width: number }>()
  const [asked, ask] = useState<AskedRow>()
  const copies = useCellCopies()
  const filterBy = useCellFilters(result.rows)
  const openHelp = useCellHelp()
  const columns = useMemo(
    () =>
      arranged.map(({ column, width }): ColumnDef<typeof features, TableRow> => ({
        id: column.id,
        accessorFn: (row) => row.cells[column.id] ?? null,
        size: width,
        enableHiding: !column.identity,
        enableSorting: Boolean(column.sortable),
      })),
    [arranged],
  )
  const table = useTable({
    features,
    columns,
    data: result.rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    state: {
      columnOrder: arranged.map(({ column }) => column.id),
      columnPinning: { start: arranged.filter(({ pinned }) => pinned).map(({ column }) => column.id), end: [] },
      columnSizing: dragged ? { [dragged.id]: dragged.width } : {},
      columnVisibility: Object.fromEntries(arranged.map(({ column, shown }) => [column.id, shown && !column.absent])),
      sorting: view.sort ? [{ id: view.sort.column, desc: view.sort.descending }] : [],
    },
  })
  const visible = useMemo(() => visibleColumns(arranged), [arranged])
  const specs = useMemo(() => visible.map(({ column }) => column), [visible])
  const pinned = visible.filter((each) => each.pinned).length
  const widthOf = (id: string) => table.getColumn(id)?.getSize() ?? 0
  const total = table.getTotalSize() + actionsWidth(spec)
  const elastic = elasticColumn(visible, dragged?.id)
  const resize = (id: string, width: number | undefined, done: boolean) => {
    if (!done && width !== undefined) return setDragged({ id, width })
    setDragged(undefined)
    changeSettings(withWidth(settings, id, width))
  }
  return (
    <>
      <table
        onClick={(event) => {
          copies.onClick(event)
          filterBy(event)
          openHelp(event)
          ask(rowOfMenu(event, result.rows))
          const id = spec.opens && rowToOpen(event)
          if (id) go({ open: id })
        }}
        className="w-full table-fixed border-separate border-spacing-0 text-table"
        style={
          {
            minWidth: total,
            '--row': `${densities[settings.density ?? 'normal']}px`,
            ...pinnedOffsets(visible.slice(0, pinned).map(({ column }) => widthOf(column.id))),
          } as CSSProperties
        }
      >
        <caption className="sr-only">{spec.title}</caption>
        <colgroup>
          {visible.map(({ column }) => (
            <col key={column.id} style={column.id === elastic ? undefined : { width: widthOf(column.id) }} />
          ))}
          <col style={elastic === undefined ? undefined : { width: actionsWidth(spec) }} />
        </colgroup>
        <thead className="text-small text-ink-2">
          <tr>
            {visible.map(({ column }, at) => (
              <HeaderCell
                key={column.id}
                column={column}
                width={widthOf(column.id)}
                onResize={(width, done) => resize(column.id, width, done)}
                pinned={at < pinned ? at : undefined}
                lastPinned={at === pinned - 1}
              />
            ))}
            <th scope="col" className="sticky top-0 z-1 border-b border-line bg-sunken">
              <span className="sr-only">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <BodyRow
              key={row.id}
              row={row.original}
              columns={specs}
              pinned={pinned}
              exactTimes={spec.kind === 'event'}
              href={spec.opens && href({ open: row.id }, shown)}
              open={view.open === row.id}
            />
          ))}
        </tbody>
      </table>
      {asked && <RowMenu key={asked.row.id} asked={asked} onCopy={copies.copy} onClose={() => ask(undefined)} />}
      <p role="status" className="sr-only">
        {copies.said}
      </p>
    </>
  )
}

/**
 * The column that takes what the window is wider than the columns: the one that names the row, while its width is free.
 * Without one, the actions take it.
 */
function elasticColumn(visible: ArrangedColumn[], dragged: string | undefined): string | undefined {
  const free = visible.find(({ column, pinned, resized }) => column.identity && !pinned && !resized)?.column.id
  return free === dragged ? undefined : free
}

/** Where each pinned column stays, from the left: variables, so that rows are not drawn anew while one is dragged. */
function pinnedOffsets(widths: number[]): Record<string, string> {
  let left = 0
  return Object.fromEntries(
    widths.map((width, at) => {
      const offset = [`--pin-${at}`, `${left}px`]
      left += width
      return offset
    }),
  ) as Record<string, string>
}

/** The row whose menu a click asks for. */
function rowOfMenu({ target }: MouseEvent, rows: TableRow[]): AskedRow | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-row-menu]') : null
  const id = button?.closest<HTMLElement>('[data-row]')?.dataset.row
  const row = rows.find((each) => each.id === id)
  return button && row ? { row, button } : undefined
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
