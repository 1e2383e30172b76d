'use client'

import type { MouseEvent } from 'react'
import { useMarkedCopy } from '../ui/use-copy'

/** Copies a cell's value. Nothing but a button, since a page has hundreds of them: their table hears and answers them. */
export const CellCopy = ({ text, what }: { text: string; what: string }) => (
  <button
    type="button"
    data-copy={text}
    aria-label={`Copy ${what}`}
    title={`Copy ${what}`}
    className="copy-icon inline-grid size-6 shrink-0 place-items-center rounded-s text-ink-2 opacity-0 group-hover/row:opacity-100 hover:bg-off-tint hover:text-ink focus-visible:opacity-100 data-copied:text-ok data-copied:opacity-100 pointer-coarse:opacity-100"
  />
)

/** For the table around <CellCopy>: what to do on a click, and what to say after it. */
export function useCellCopies() {
  const { said, copy } = useMarkedCopy()
  const onClick = ({ target }: MouseEvent) => {
    const asked = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null
    if (asked) copy(asked, asked.dataset.copy ?? '')
  }
  return { onClick, copy, said }
}
