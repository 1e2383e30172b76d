'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { printView } from '@/lib/tables/view-state'
import { IconButton } from '../ui/icon-button'
import { takeFocus } from '../ui/take-focus'
import { Tabs, type TabSpec } from '../ui/tabs'
import { viewLinkId } from './body-row'
import { useTableView } from './table-view'

/**
 * The open row, at the right of a table that stays usable. Given as a table page's `drawer` while `view.open` is set.
 * Its tab stands in the URL. Closing it brings the focus back to the row.
 */
export function RowDrawer({ title, subtitle, tabs }: { title: ReactNode; subtitle?: ReactNode; tabs: TabSpec[] }) {
  const { spec, view, outcome, go } = useTableView()
  const [chosen, setChosen] = useState(view.tab)
  const tab = tabs.find(({ id }) => id === chosen)?.id ?? tabs[0]?.id ?? ''
  const rows = 'rows' in outcome ? outcome.rows : []
  const at = rows.findIndex((row) => row.id === view.open)
  const step = (by: number) => {
    const row = at < 0 ? undefined : rows[at + by]
    return row && (() => go({ open: row.id, tab }, { replace: true }))
  }
  const chooseTab = (id: string) => {
    setChosen(id)
    window.history.replaceState(null, '', `?${printView(spec, { ...view, tab: id })}`)
  }
  const close = () => go({ open: undefined, tab: undefined })
  const last = useRef(view.open)
  useEffect(() => {
    if (view.open !== undefined) last.current = view.open
  }, [view.open])
  const giveFocusBack = (event: Event) => {
    event.preventDefault()
    document.getElementById(viewLinkId(last.current ?? ''))?.focus()
  }
  return (
    <Dialog.Root open={view.open !== undefined} modal={false} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          data-drawer
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={giveFocusBack}
          className="fixed inset-y-0 right-0 z-20 flex w-[600px] max-w-full animate-drawer flex-col border-l border-line bg-raised shadow-float outline-none narrow:max-w-[calc(100vw-56px)] narrow:rounded-l-l"
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2.5">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="line-clamp-3 text-lead font-semibold tracking-tight [overflow-wrap:anywhere]">
                {title}
              </Dialog.Title>
              {subtitle && <div className="text-ink-2">{subtitle}</div>}
            </div>
            <div className="flex gap-0.5">
              <IconButton
                label="Previous row"
                aria-keyshortcuts="K"
                look="quiet"
                disabled={!step(-1)}
                onClick={step(-1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton label="Next row" aria-keyshortcuts="J" look="quiet" disabled={!step(1)} onClick={step(1)}>
                <ArrowDown aria-hidden />
              </IconButton>
              <IconButton label="Close" look="quiet" onClick={close}>
                <X aria-hidden />
              </IconButton>
            </div>
          </header>
          <Tabs label="Details" tabs={tabs} value={tab} onChange={chooseTab} className="flex-1" />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
