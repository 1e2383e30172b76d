import type { TableActions } from '@/lib/tables/table-actions'
import {
  changeTableSettingsAction,
  deleteFilterAction,
  renameFilterAction,
  saveFilterAction,
  shareFilterAction,
  updateFilterAction,
} from './table-actions'

/** What table pages can keep, as their components take it. */
export const tableActions: TableActions = {
  saveFilter: saveFilterAction,
  updateFilter: updateFilterAction,
  renameFilter: renameFilterAction,
  shareFilter: shareFilterAction,
  deleteFilter: deleteFilterAction,
  changeTableSettings: changeTableSettingsAction,
}
