'use client'

import { ArrowLeft, ArrowRight, House, Search } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { back, canGoBack, canGoForward, contents, current, forward, search, visit, type Trail } from './trail'

/** Home, back, forward, and the search over all articles. */
export function HelpNavigation({ trail, go }: { trail: Trail; go: (trail: Trail) => void }) {
  const stop = current(trail)
  const query = stop.at === 'contents' ? stop.query : ''
  return (
    <nav aria-label="Help" className="flex items-center gap-0.5 border-b border-line px-1.5 py-1.5">
      <IconButton
        label="All articles"
        look="quiet"
        disabled={stop.at === 'contents' && stop.query === ''}
        onClick={() => go(visit(trail, contents))}
      >
        <House />
      </IconButton>
      <IconButton label="Back" look="quiet" disabled={!canGoBack(trail)} onClick={() => go(back(trail))}>
        <ArrowLeft />
      </IconButton>
      <IconButton label="Forward" look="quiet" disabled={!canGoForward(trail)} onClick={() => go(forward(trail))}>
        <ArrowRight />
      </IconButton>
      <label className="ml-1 flex h-[30px] min-w-0 grow items-center gap-1.5 rounded-m border border-line-strong bg-surface px-2 focus-within:outline-2 focus-within:outline-accent">
        <Search className="icon text-ink-2" aria-hidden />
        <input
          type="search"
          aria-label="Search all articles"
          placeholder="Search all articles"
          className="min-w-0 grow bg-transparent outline-none"
          value={query}
          onChange={(event) => go(search(trail, event.target.value))}
        />
      </label>
    </nav>
  )
}
