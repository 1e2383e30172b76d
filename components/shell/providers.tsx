'use client'

import type { ReactNode } from 'react'
import { TimeCard } from '../ui/time-card'
import { TimesProvider } from '../ui/times'
import { ToastProvider } from '../ui/toast'
import { TooltipProvider } from '../ui/tooltip'
import type { Times } from '../ui/preferences'

/** What every page needs around it. `nonce` lets dialogs lock the page's scrolling under the content security policy. */
export function Providers({
  times,
  zone,
  drawn,
  nonce,
  children,
}: {
  times: Times
  zone: string
  /** When the server drew the page, in ms since 1970. */
  drawn: number
  nonce?: string
  children: ReactNode
}) {
  // radix-ui's scroll lock (get-nonce) reads this name when it adds its <style>. Drawn again by a refresh, the layout brings
  // the nonce of that request, but the document keeps the policy that it was loaded with.
  if (typeof window !== 'undefined' && nonce && !('__webpack_nonce__' in window))
    Object.assign(window, { __webpack_nonce__: nonce })
  return (
    <TimesProvider times={times} zone={zone} drawn={drawn}>
      <TooltipProvider>
        <ToastProvider>
          {children}
          <TimeCard />
        </ToastProvider>
      </TooltipProvider>
    </TimesProvider>
  )
}
