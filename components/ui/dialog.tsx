'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'
import { takeFocus } from './take-focus'

/** A question in front of the page. Esc and a click beside it close it; focus goes back to where it was. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  wide,
  children,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Room for a text that is edited. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-in bg-shade" />
        <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center p-4">
          <Radix.Content
            {...(!description && { 'aria-describedby': undefined })}
            // Where no field has asked for it. The button that closes would open its tooltip, which takes the first Esc.
            onOpenAutoFocus={takeFocus}
            className={`pointer-events-auto grid max-h-full w-full ${wide ? 'max-w-[720px]' : 'max-w-[440px]'} animate-in gap-4 overflow-y-auto rounded-l border border-line bg-raised p-5 shadow-float outline-none`}
          >
            <header className="flex items-start gap-3">
              <div className="grid flex-1 gap-1">
                <Radix.Title className="text-lead font-semibold tracking-tight">{title}</Radix.Title>
                {description && <Radix.Description className="text-ink-2">{description}</Radix.Description>}
              </div>
              <Radix.Close asChild>
                <IconButton label="Close" look="quiet" className="-mt-1 -mr-1.5">
                  <X aria-hidden />
                </IconButton>
              </Radix.Close>
            </header>
            {children}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The buttons at a dialog's foot; the one that does it stands last. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap justify-end gap-2 pt-1">{children}</div>
)
