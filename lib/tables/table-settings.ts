import type { ColumnSpec, TableSpec } from './spec'
import type { RowsPerPage } from './view-state'

/** How one admin has arranged one page. Everything missing is as the spec says. */
export interface TableSettings {
  /** Ids of all columns, in the order shown. */
  order?: string[]
  /** Ids of the columns that are not shown. */
  hidden?: string[]
  /** The filter bar is folded away. */
  filtersHidden?: boolean
  rows?: RowsPerPage
}

export interface ArrangedColumn {
  column: ColumnSpec
  shown: boolean
}

/**
 * All columns in the admin's order. Columns that came with a newer version stand where the spec has them, those that
 * are gone are left out, and the identity column is always shown.
 */
export function arrangeColumns(spec: TableSpec, settings: TableSettings): ArrangedColumn[] {
  const byId = new Map(spec.columns.map((column) => [column.id, column]))
  const ids = [...new Set(settings.order ?? [])].filter((id) => byId.has(id))
  spec.columns.forEach(({ id }, at) => {
    if (!ids.includes(id)) ids.splice(at, 0, id)
  })
  return ids.flatMap((id) => {
    const column = byId.get(id)
    if (!column) return []
    // A column that the admin has never seen is hidden or shown as the spec says.
    const chosen = settings.hidden && settings.order?.includes(id)
    const hidden = chosen ? settings.hidden?.includes(id) : column.hidden
    return [{ column, shown: Boolean(column.identity) || !hidden }]
  })
}

/** The settings that bring `arrangeColumns` to this arrangement. */
export const columnSettings = (columns: ArrangedColumn[]): Required<Pick<TableSettings, 'order' | 'hidden'>> => ({
  order: columns.map(({ column }) => column.id),
  hidden: columns.filter(({ shown }) => !shown).map(({ column }) => column.id),
})
