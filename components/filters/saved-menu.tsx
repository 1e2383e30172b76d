'use client'

import { Bookmark, Pencil, Trash2, Users } from 'lucide-react'
import { useRef, useState } from 'react'
import type { SavedView } from '@/lib/tables/saved-view'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { RecentFilters } from './recent-filters'

/** All saved filters of this page, by the session that they were saved in: to apply, share, rename or delete; and what was applied lately. */
export function SavedMenu({
  saved,
  current,
  onApply,
  onShare,
  onRename,
  onDelete,
}: {
  saved: SavedView[]
  current: SavedView | undefined
  onApply: (view: SavedView) => void
  onShare: (view: SavedView) => void
  onRename: (view: SavedView) => void
  onDelete: (view: SavedView) => void
}) {
  const [open, setOpen] = useState(false)
  const chosen = useRef<() => void>(undefined)
  const closing = (act: (view: SavedView) => void, view: SavedView) => () => {
    chosen.current = () => act(view)
    setOpen(false)
  }
  const doChosen = () => {
    chosen.current?.()
    chosen.current = undefined
  }
  const own = saved.filter((view) => view.owner === undefined)
  const groups = [
    { title: 'This session', views: own.filter((view) => view.session === 'this') },
    { title: 'Earlier sessions', views: own.filter((view) => view.session === 'earlier') },
    { title: 'Shared by others', views: saved.filter((view) => view.owner !== undefined) },
  ].filter(({ views }) => views.length > 0)
  return (
    <Popover
      label="Saved filters"
      align="end"
      open={open}
      onOpenChange={setOpen}
      onClosed={doChosen}
      className="w-80 p-1!"
      trigger={
        <Button look="quiet">
          <Bookmark aria-hidden />
          Saved filters
        </Button>
      }
    >
      {groups.map(({ title, views }) => (
        <section key={title}>
          <h2 className="px-2 pt-2 pb-1 text-small font-medium text-ink-2">{title}</h2>
          <ul>
            {views.map((view) => (
              <li key={view.id} className="flex items-center rounded-s hover:bg-off-tint">
                <button
                  type="button"
                  aria-current={view === current || undefined}
                  onClick={closing(onApply, view)}
                  className="min-h-[30px] min-w-0 flex-1 truncate rounded-s px-2 text-left aria-[current=true]:font-[560] aria-[current=true]:text-accent"
                >
                  {view.name}
                  {view.owner !== undefined && <span className="text-ink-2"> · {view.owner}</span>}
                </button>
                {view.owner === undefined && (
                  <>
                    <IconButton
                      label={view.shared ? `Stop sharing ${view.name}` : `Share ${view.name} with all administrators`}
                      aria-pressed={view.shared}
                      look="quiet"
                      onClick={closing(onShare, view)}
                      className="aria-pressed:text-accent!"
                    >
                      <Users aria-hidden />
                    </IconButton>
                    <IconButton label={`Rename ${view.name}`} look="quiet" onClick={closing(onRename, view)}>
                      <Pencil aria-hidden />
                    </IconButton>
                    <IconButton label={`Delete ${view.name}`} look="quiet" onClick={closing(onDelete, view)}>
                      <Trash2 aria-hidden />
                    </IconButton>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <RecentFilters onChoose={() => setOpen(false)} />
    </Popover>
  )
}
