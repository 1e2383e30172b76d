'use client'

import { useEffect, useState, type MouseEvent } from 'react'
import { useCopy } from '../ui/use-copy'

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
  const { copied, copy } = useCopy()
  const [button, setButton] = useState<HTMLElement>()
  useEffect(() => {
    button?.toggleAttribute('data-copied', copied)
    return () => button?.removeAttribute('data-copied')
  }, [button, copied])
  const onClick = ({ target }: MouseEvent) => {
    const asked = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null
    if (!asked) return
    setButton(asked)
    void copy(asked.dataset.copy ?? '')
  }
  return { onClick, said: copied ? 'Copied' : '' }
}
