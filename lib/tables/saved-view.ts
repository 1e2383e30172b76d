import { parseView, printSavedQuery, type ViewState } from './view-state'
import type { TableSpec } from './spec'
import { arrangeColumns, columnSettings, type ArrangedColumn, type ColumnArrangement } from './table-settings'

/** A saved filter as the filter bar shows it. */
export interface SavedView {
  id: string
  name: string
  /** Filters and sort, as `printSavedQuery` writes them. */
  query: string
  /** The columns shown. Filters that were saved before columns were kept have none. */
  columns?: ColumnArrangement
  /** Saved in this sign-in or in one before. */
  session: 'this' | 'earlier'
  /** Every administrator sees it. */
  shared: boolean
  /** Whose it is, where that is somebody else. */
  owner?: string
}

/** What a saved filter keeps of a table. */
export type KeptView = Pick<SavedView, 'query' | 'columns'>

/** The view that choosing a saved filter leads to: same provider and rows, first page, no drawer. `dropped` as in `parseView`. */
export function applySaved(spec: TableSpec, view: ViewState, saved: SavedView): { view: ViewState; dropped: string[] } {
  const { provider, rows } = view
  const read = parseView(spec, new URLSearchParams(saved.query), { provider, providers: [provider], rows })
  return { view: { ...read.view, saved: saved.id }, dropped: read.dropped }
}

/** Whether the applied filters, the sort or the columns differ from what was saved. */
export function isModified(spec: TableSpec, view: ViewState, columns: ArrangedColumn[], saved: SavedView): boolean {
  if (printSavedQuery(spec, view) !== printSavedQuery(spec, applySaved(spec, view, saved).view)) return true
  const shown = saved.columns && columnSettings(arrangeColumns(spec, saved.columns))
  return shown !== undefined && JSON.stringify(shown) !== JSON.stringify(columnSettings(columns))
}
