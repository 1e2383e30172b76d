import { memo } from 'react'
import type { CellValue, ColumnSpec, TableRow } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'
import { beginning, markedText } from '../ui/hidden-characters'
import { Cell } from './cell'
import { pinnedCell } from './pinned-cell'

/** Finds the link back when its drawer closes (row-drawer.tsx). */
export const viewLinkId = (rowId: string) => `view-${rowId}`

const words = (value: CellValue | undefined) =>
  value && typeof value === 'object' && 'text' in value ? value.text : String(value ?? '')
const nameOf = (value: CellValue | undefined) => markedText(beginning(words(value), 200))

interface RowProps {
  row: TableRow
  columns: ColumnSpec[]
  /** How many of them, from the left, stay while the others are scrolled. */
  pinned: number
  exactTimes: boolean
  /** Where its View link leads; none where rows don't open. */
  href: string | undefined
  open: boolean
}

/** A row. Drawn anew only when it changed; the table hears its clicks (data-table.tsx). */
export const BodyRow = memo(function BodyRow({ row, columns, pinned, exactTimes, href, open }: RowProps) {
  const identity = columns.find((column) => column.identity)
  const name = nameOf(identity && row.cells[identity.id])
  return (
    <tr
      data-row={row.id}
      data-open={open || undefined}
      className={classNames(
        'group/row bg-surface hover:bg-[color-mix(in_oklab,var(--sunken)_55%,var(--surface))] data-open:bg-accent-tint',
        href && 'cursor-pointer',
      )}
    >
      {columns.map((column, at) => {
        const pin = pinnedCell(at < pinned ? at : undefined, at === pinned - 1)
        return (
          <td
            key={column.id}
            style={pin?.style}
            className={classNames(
              'h-(--row) border-b border-line px-3 whitespace-nowrap group-data-open/row:first:shadow-[inset_3px_0_0_var(--accent)] first:pl-4 narrow:first:pl-6',
              pin && 'bg-inherit',
              pin?.className,
            )}
          >
            <Cell
              column={column}
              value={row.cells[column.id]}
              exactTimes={exactTimes}
              help={row.help?.column === column.id ? row.help : undefined}
            />
          </td>
        )
      })}
      <td className="pointer-events-none sticky right-0 border-b border-line pr-3 text-right whitespace-nowrap">
        {href && (
          <a
            id={viewLinkId(row.id)}
            href={href}
            data-view
            aria-label={`View ${name}`}
            className="pointer-events-auto inline-flex h-6 items-center rounded-s border border-line bg-surface px-2 text-small font-medium opacity-0 group-hover/row:opacity-100 group-data-open/row:opacity-100 hover:border-line-strong focus-visible:opacity-100 pointer-coarse:opacity-100"
          >
            View
          </a>
        )}
        <button
          type="button"
          data-row-menu
          aria-haspopup="menu"
          aria-label={`More of ${name}`}
          title="More"
          className="more-icon pointer-events-auto ml-1 inline-grid size-6 place-items-center rounded-s bg-surface align-middle text-ink-2 opacity-0 group-hover/row:opacity-100 group-data-open/row:opacity-100 hover:bg-off-tint hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 data-copied:text-ok data-copied:opacity-100 pointer-coarse:opacity-100"
        />
      </td>
    </tr>
  )
})
