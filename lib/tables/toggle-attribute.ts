import { attributeColumnId, isAttributeColumn, MOST_ATTRIBUTES, type ColumnAttribute } from './attribute-columns'
import type { ArrangedColumn } from './table-settings'

/** The column that shows an attribute: one that the table has by itself, or one that was added. */
export const columnOf = (columns: ArrangedColumn[], { path }: ColumnAttribute): ArrangedColumn | undefined =>
  columns.find(({ column }) => column.path === path || column.id === attributeColumnId(path))

/** Whether as many are added as can be. */
export const isFull = (columns: ArrangedColumn[]): boolean =>
  columns.filter(({ column }) => isAttributeColumn(column.id)).length >= MOST_ATTRIBUTES

/**
 * The columns with an attribute's shown, or no more. A new one stands behind the last that is shown; nothing changes where
 * the table has as many as it can.
 */
export function toggleAttribute(columns: ArrangedColumn[], attribute: ColumnAttribute): ArrangedColumn[] {
  const there = columnOf(columns, attribute)
  if (there && isAttributeColumn(there.column.id)) return columns.filter((each) => each !== there)
  if (there)
    return columns.map((each) =>
      each === there ? { ...each, shown: !each.shown || Boolean(each.column.identity) } : each,
    )
  if (isFull(columns)) return columns
  const { column } = attribute
  const added: ArrangedColumn = { column, shown: true, pinned: false, width: column.width, resized: false }
  const place = columns.findLastIndex(({ shown }) => shown) + 1
  return [...columns.slice(0, place), added, ...columns.slice(place)]
}
