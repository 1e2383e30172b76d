import { parseView, printSavedQuery, type ViewState } from './view-state'
import type { TableSpec } from './spec'

/** A saved filter as the filter bar shows it. */
export interface SavedView {
  id: string
  name: string
  /** Filters and sort, as `printSavedQuery` writes them. */
  query: string
  /** Saved in this sign-in or in one before. */
  session: 'this' | 'earlier'
}

/** The view that choosing a saved filter leads to: same provider and rows, first page, no drawer. `dropped` as in `parseView`. */
export function applySaved(spec: TableSpec, view: ViewState, saved: SavedView): { view: ViewState; dropped: string[] } {
  const { provider, rows } = view
  const read = parseView(spec, new URLSearchParams(saved.query), { provider, providers: [provider], rows })
  return { view: { ...read.view, saved: saved.id }, dropped: read.dropped }
}

/** Whether the applied filters or the sort differ from what was saved. */
export function isModified(spec: TableSpec, view: ViewState, saved: SavedView): boolean {
  return printSavedQuery(spec, view) !== printSavedQuery(spec, applySaved(spec, view, saved).view)
}
