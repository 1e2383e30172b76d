'use client'

import { usePathname, useRouter } from 'next/navigation'
import { createContext, use, useMemo, useOptimistic, useState, useTransition, type ReactNode } from 'react'
import { attributePaths } from '@/lib/tables/attribute-columns'
import type { TableOutcome, TableSpec } from '@/lib/tables/spec'
import type { SettingsChange, TableActions } from '@/lib/tables/table-actions'
import { arrangeColumns, withRecent, type ArrangedColumn, type TableSettings } from '@/lib/tables/table-settings'
import { printSavedQuery, printView, type ViewState } from '@/lib/tables/view-state'
import { useToast } from '../ui/toast'

type Change = Partial<ViewState>

interface TableView {
  spec: TableSpec
  /** What the URL says, and what was just asked for while that loads. */
  view: ViewState
  /** What the rows on the screen were asked for with. */
  shown: ViewState
  outcome: TableOutcome
  pending: boolean
  /** The address of this view (or `from`), changed. Another filter, sort or page size begins at the first page. */
  href: (change: Change, from?: ViewState) => string
  go: (change: Change, how?: { replace?: boolean }) => void
  refresh: () => void
  settings: TableSettings
  changeSettings: (change: Partial<TableSettings>) => void
  columns: ArrangedColumn[]
  actions: TableActions
}

const TableViewContext = createContext<TableView | undefined>(undefined)

export interface TableViewProps {
  spec: TableSpec
  view: ViewState
  outcome: TableOutcome
  settings: TableSettings
  actions: TableActions
}

const beginAgain = { page: 1, cursor: undefined, open: undefined, tab: undefined }

function changed(view: ViewState, change: Change): ViewState {
  const fresh = change.filters || 'expression' in change || change.sort || change.rows ? beginAgain : {}
  return { ...view, ...fresh, ...change }
}

/** The filters alone: a sort by itself is not worth remembering. */
const filtersOf = (spec: TableSpec, view: ViewState) => printSavedQuery(spec, { ...view, sort: spec.defaultSort })

const withNulls = (change: Partial<TableSettings>): SettingsChange =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? null]))

/** Holds what all parts of a table page share. Moving to another view is a navigation: the rows stay until it is there. */
export function TableViewProvider({ children, ...props }: TableViewProps & { children: ReactNode }) {
  const { spec, outcome, actions } = props
  const router = useRouter()
  const path = usePathname()
  const toast = useToast()
  const [pending, start] = useTransition()
  const [, save] = useTransition()
  const [view, expect] = useOptimistic(props.view)
  const [settings, setSettings] = useState(props.settings)
  const columns = useMemo(() => arrangeColumns(spec, settings), [spec, settings])

  const href: TableView['href'] = (change, from = view) => `${path}?${printView(spec, changed(from, change))}`
  const go: TableView['go'] = (change, how) => {
    start(() => {
      expect(changed(view, change))
      router[how?.replace ? 'replace' : 'push'](href(change), { scroll: false })
    })
    // What was chosen from the saved ones need not be found again among those that were not saved.
    const query = (change.filters || change.expression) && !change.saved ? filtersOf(spec, changed(view, change)) : ''
    if (query !== '') changeSettings(withRecent(settings, query))
  }
  const refresh = () => start(() => router.refresh())
  const changeSettings: TableView['changeSettings'] = (change) => {
    const next = { ...settings, ...change }
    setSettings(next)
    save(async () => {
      const result = await actions.changeTableSettings(spec.page, withNulls(change))
      if (!result.ok) toast({ title: 'Arrangement not kept', detail: result.message, failed: true })
      // The rows on the screen were read without the values of what was added.
      else if (attributePaths(next.order).some((path) => !attributePaths(settings.order).includes(path))) refresh()
    })
  }
  const value = {
    spec,
    view,
    shown: props.view,
    outcome,
    pending,
    href,
    go,
    refresh,
    settings,
    changeSettings,
    columns,
    actions,
  }
  return <TableViewContext value={value}>{children}</TableViewContext>
}

export function useTableView(): TableView {
  const value = use(TableViewContext)
  if (!value) throw new Error('The parts of a table live below <TableViewProvider> only.')
  return value
}
