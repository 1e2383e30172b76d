'use client'

import type { MouseEvent } from 'react'
import type { RowHelp } from '@/lib/tables/spec'
import { useHelp } from '../help/help-provider'

/** Leads to what help says about a cell's value. Nothing but a link, as <CellCopy>: the table hears it. */
export const CellHelp = ({ about, article, anchor }: RowHelp) => (
  <a
    href={`/help/${article}${anchor ? `#${anchor}` : ''}`}
    data-help={article}
    data-anchor={anchor}
    aria-label={`Help: ${about}`}
    title={`Help: ${about}`}
    className="help-icon inline-grid size-6 shrink-0 place-items-center rounded-s text-ink-2 opacity-0 group-hover/row:opacity-100 hover:bg-off-tint hover:text-ink focus-visible:opacity-100 pointer-coarse:opacity-100"
  />
)

/** For the table around <CellHelp>: what to do on a click. With Ctrl, Shift or ⌘ it is any link. */
export function useCellHelp() {
  const help = useHelp()
  return (event: MouseEvent) => {
    const { target } = event
    const asked = target instanceof Element ? target.closest<HTMLElement>('[data-help]') : null
    const { help: article, anchor } = asked?.dataset ?? {}
    if (!help || !article || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    help.open(article, anchor)
  }
}
