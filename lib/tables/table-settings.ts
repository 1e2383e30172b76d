import { addedColumns } from './attribute-columns'
import type { ColumnSpec, TableSpec } from './spec'
import type { RowsPerPage } from './view-state'

/** Pixels that a row is high. */
export const densities = { compact: 32, normal: 40, relaxed: 48 } as const
export type Density = keyof typeof densities

/** Pixels that a column may be made wide. */
export const columnWidths = { least: 64, most: 960 } as const

/** How one admin has arranged one page. Everything missing is as the spec says. */
export interface TableSettings {
  /** Ids of all columns, in the order shown; those of attributes that were added (attribute-columns.ts) among them. */
  order?: string[]
  /** Ids of the columns that are not shown. */
  hidden?: string[]
  /** Ids of the columns that stay at the left while the others are scrolled. */
  pinned?: string[]
  /** Pixels, by the ids of the columns that were made wider or narrower. */
  widths?: Record<string, number>
  density?: Density
  /** The filter bar is folded away. */
  filtersHidden?: boolean
  rows?: RowsPerPage
  /** The filters that were applied lately without being saved, newest first, as `printSavedQuery` writes them. */
  recent?: string[]
}

/** Which columns a saved filter shows. */
export type ColumnArrangement = Required<Pick<TableSettings, 'order' | 'hidden' | 'pinned'>>

const MOST_RECENT = 10

/** The settings after a filter was applied. */
export const withRecent = ({ recent = [] }: TableSettings, query: string): Pick<TableSettings, 'recent'> => ({
  recent: [query, ...recent.filter((each) => each !== query)].slice(0, MOST_RECENT),
})

export interface ArrangedColumn {
  column: ColumnSpec
  shown: boolean
  pinned: boolean
  /** Pixels. */
  width: number
  /** The admin gave it this width. */
  resized: boolean
}

/**
 * All columns in the admin's order, pinned ones first, with the attributes that the admin added. Columns that came with a
 * newer version stand where the spec has them, those that are gone are left out, and the identity column is always shown.
 */
export function arrangeColumns(spec: TableSpec, settings: TableSettings): ArrangedColumn[] {
  const byId = new Map([...spec.columns, ...addedColumns(spec, settings.order)].map((column) => [column.id, column]))
  const ids = [...new Set(settings.order ?? [])].filter((id) => byId.has(id))
  spec.columns.forEach(({ id }, at) => {
    if (!ids.includes(id)) ids.splice(at, 0, id)
  })
  const arranged = ids.flatMap((id) => {
    const column = byId.get(id)
    if (!column) return []
    // A column that the admin has never seen is hidden or shown as the spec says.
    const chosen = settings.hidden && settings.order?.includes(id)
    const hidden = chosen ? settings.hidden?.includes(id) : column.hidden
    const width = settings.widths?.[id]
    return [
      {
        column,
        shown: Boolean(column.identity) || !hidden,
        pinned: settings.pinned?.includes(id) ?? false,
        width: width ?? column.width,
        resized: width !== undefined,
      },
    ]
  })
  return [...arranged.filter(({ pinned }) => pinned), ...arranged.filter(({ pinned }) => !pinned)]
}

/** Those that the table shows. */
export const visibleColumns = (columns: ArrangedColumn[]): ArrangedColumn[] =>
  columns.filter(({ column, shown }) => shown && !column.absent)

/** The settings that bring `arrangeColumns` to this arrangement; widths are kept apart. */
export const columnSettings = (columns: ArrangedColumn[]): ColumnArrangement => ({
  order: columns.map(({ column }) => column.id),
  hidden: columns.filter(({ shown }) => !shown).map(({ column }) => column.id),
  pinned: columns.filter(({ pinned }) => pinned).map(({ column }) => column.id),
})

/** The settings with another width of a column; without one, the spec's. */
export function withWidth({ widths = {} }: TableSettings, id: string, width?: number): Pick<TableSettings, 'widths'> {
  const { [id]: _former, ...others } = widths
  return { widths: width === undefined ? others : { ...others, [id]: widthWithin(width) } }
}

export const widthWithin = (width: number) =>
  Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)))
