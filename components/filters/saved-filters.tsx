'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { applySaved, isModified, type SavedView } from '@/lib/tables/saved-view'
import { columnSettings } from '@/lib/tables/table-settings'
import type { ActionResult } from '@/lib/tables/table-actions'
import { defaultFilters, printSavedQuery } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { useToast } from '../ui/toast'
import { filterKey } from './draft'
import { NameDialog } from './name-dialog'
import { SavedMenu } from './saved-menu'

/** As many as stand beside each other; all of them are in the menu. */
const tabsShown = 5

type Asking = { what: 'save' } | { what: 'rename' | 'delete'; which: SavedView } | undefined

/** Named filters as tabs over the filter bar, with what can be done to the one that is applied. */
export function SavedFilters({ saved }: { saved: SavedView[] }) {
  const { spec, view, go, refresh, actions, settings, changeSettings, columns } = useTableView()
  const toast = useToast()
  const [asking, ask] = useState<Asking>()
  const current = saved.find(({ id }) => id === view.saved)
  const modified = current !== undefined && isModified(spec, view, columns, current)
  const tabs = useRef<HTMLElement>(null)
  const asked = useRef(false)
  // Saving, or deleting, takes away the button that was pressed: the focus goes to the tab that stands for it now.
  useEffect(() => {
    if (asking) asked.current = true
    else if (asked.current && document.activeElement === document.body)
      tabs.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [asking, current?.id])
  const shown = saved.filter((each, at) => at < tabsShown || each === current)
  const hidden = settings.filtersHidden
  const filtered = Object.entries(view.filters).filter(([id, value]) => filterKey(spec, { [id]: value }) !== '').length
  const applied = filtered + (view.expression === undefined ? 0 : 1)

  const apply = (which: SavedView) => {
    const next = applySaved(spec, view, which)
    if (which.columns) changeSettings(which.columns)
    go({ ...next.view, expression: next.view.expression, open: undefined, tab: undefined, cursor: undefined })
    if (next.dropped.length > 0)
      toast({ title: `“${which.name}” names something that is gone`, detail: next.dropped.join(', '), failed: true })
  }
  const done = async (result: ActionResult, title: string) => {
    if (result.ok) refresh()
    toast(result.ok ? { title } : { title: 'Not done', detail: result.message, failed: true })
    return result
  }
  const query = () => printSavedQuery(spec, view)
  const kept = () => ({ query: query(), columns: columnSettings(columns) })
  const save = async (name: string) => {
    const result = await actions.saveFilter(spec.page, name, kept())
    if (result.ok) go({ saved: result.id }, { replace: true })
    return result
  }
  const saveChanges = async () => current && done(await actions.updateFilter(current.id, kept()), 'Changes saved')
  const share = async (which: SavedView) =>
    done(
      await actions.shareFilter(which.id, !which.shared),
      which.shared ? `“${which.name}” is yours alone` : `“${which.name}” is shared with all administrators`,
    )
  const remove = async (which: SavedView) => {
    // Before it is gone: the address must not name it then.
    if (which === current) go({ saved: undefined }, { replace: true })
    const result = await actions.deleteFilter(which.id)
    await done(result, `“${which.name}” deleted`)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-1 border-b border-line px-4 narrow:px-6">
      <nav ref={tabs} aria-label="Saved filters" className="-mb-px flex min-w-0 flex-auto gap-0.5 overflow-x-auto">
        <Tab
          on={!current}
          onClick={() =>
            go({ filters: defaultFilters(spec), expression: undefined, sort: spec.defaultSort, saved: undefined })
          }
        >
          All {spec.noun.many}
        </Tab>
        {shown.map((each) => (
          <Tab key={each.id} on={each === current} onClick={() => apply(each)}>
            {each.name}
            {each === current && modified && (
              <>
                <span className="size-1.5 rounded-full bg-warn" aria-hidden />
                <span className="sr-only">, modified</span>
              </>
            )}
          </Tab>
        ))}
      </nav>
      <div className="flex flex-wrap gap-1 py-0.5">
        {modified && (
          <>
            <Button look="quiet" onClick={() => apply(current)}>
              Discard Changes
            </Button>
            {!current.owner && (
              <Button look="quiet" className="text-accent!" onClick={() => void saveChanges()}>
                Save Changes
              </Button>
            )}
          </>
        )}
        {query() !== '' && (!current || modified) && (
          <Button look="quiet" onClick={() => ask({ what: 'save' })}>
            {current ? 'Save as new' : 'Save filter'}
          </Button>
        )}
        {saved.length + (settings.recent ?? []).length > 0 && (
          <SavedMenu
            saved={saved}
            current={current}
            onApply={apply}
            onShare={share}
            onRename={(which) => ask({ what: 'rename', which })}
            onDelete={(which) => ask({ what: 'delete', which })}
          />
        )}
        <Button
          look="quiet"
          aria-expanded={!hidden}
          aria-keyshortcuts={hidden ? 'F' : undefined}
          onClick={() => changeSettings({ filtersHidden: !hidden })}
        >
          {hidden ? `Show Filters${applied > 0 ? ` (${applied})` : ''}` : 'Hide Filters'}
        </Button>
      </div>
      {asking?.what === 'save' && (
        <NameDialog
          title="Save filter"
          description="Keeps these filters, the sort order and the columns for you, on this page, in every browser."
          verb="Save"
          onClose={() => ask(undefined)}
          onName={save}
        />
      )}
      {asking?.what === 'rename' && (
        <NameDialog
          title="Rename filter"
          verb="Rename"
          name={asking.which.name}
          onClose={() => ask(undefined)}
          onName={async (name) => done(await actions.renameFilter(asking.which.id, name), 'Filter renamed')}
        />
      )}
      {asking?.what === 'delete' && (
        <ConfirmDialog
          open
          onClose={() => ask(undefined)}
          title={`Delete “${asking.which.name}”?`}
          verb="Delete filter"
          onConfirm={() => remove(asking.which)}
        >
          Only the saved filter goes. Nothing in the directory changes.
        </ConfirmDialog>
      )}
    </div>
  )
}

const Tab = ({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    aria-current={on || undefined}
    onClick={onClick}
    className="flex h-[34px] shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2.5 whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-[current=true]:border-accent aria-[current=true]:font-[560] aria-[current=true]:text-ink"
  >
    {children}
  </button>
)
