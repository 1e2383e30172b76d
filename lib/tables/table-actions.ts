import type { KeptView } from './saved-view'
import type { PageId } from './spec'
import type { TableSettings } from './table-settings'

/** What a server action answers. `message` is for the admin: what happened and what to do. */
export type ActionResult<T = object> = ({ ok: true } & T) | { ok: false; message: string }

/** Settings with what becomes of them: null goes back to the spec's, and undefined would be lost on the way to the server. */
export type SettingsChange = { [Name in keyof TableSettings]?: TableSettings[Name] | null }

/** What a table page can keep for the signed-in admin. Each checks the session by itself. */
export interface TableActions {
  /** Refused when this admin has a filter of that name on this page. */
  saveFilter(page: PageId, name: string, view: KeptView): Promise<ActionResult<{ id: string }>>
  /** Save Changes: the same filter with what is shown now. */
  updateFilter(id: string, view: KeptView): Promise<ActionResult>
  /** Lets every administrator apply it, or its owner alone. */
  shareFilter(id: string, shared: boolean): Promise<ActionResult>
  renameFilter(id: string, name: string): Promise<ActionResult>
  deleteFilter(id: string): Promise<ActionResult>
  /** Keeps these settings and leaves the others. */
  changeTableSettings(page: PageId, change: SettingsChange): Promise<ActionResult>
}
