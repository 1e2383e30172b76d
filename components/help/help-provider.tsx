'use client'

import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { HelpPanel } from './help-panel'
import { start, visit, type Trail } from './trail'

interface Help {
  /** Shows an article in the panel, at a section of it where one is named. */
  open: (slug: string, anchor?: string) => void
}

const HelpContext = createContext<Help | null>(null)

/** How a page opens the help panel; null where there is none (the sign-in page). */
export const useHelp = () => useContext(HelpContext)

/**
 * Holds the help panel above all pages, so that it stays open while one moves between them.
 * @param session where the panel stands is remembered for this session alone
 */
export function HelpProvider({ session, children }: { session: string; children: ReactNode }) {
  const [trail, setTrail] = useState<Trail | null>(null)
  const opener = useRef<Element | null>(null)

  const open = useCallback((slug: string, anchor = '') => {
    const stop = { at: 'article', slug, anchor } as const
    opener.current = document.activeElement
    setTrail((before) => (before ? visit(before, stop) : start(stop)))
  }, [])
  const close = useCallback(() => {
    // Closing clears the history; the next opening starts afresh.
    setTrail(null)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }, [])

  return (
    <HelpContext value={useMemo(() => ({ open }), [open])}>
      {children}
      {trail && <HelpPanel session={session} trail={trail} go={setTrail} close={close} />}
    </HelpContext>
  )
}
