'use client'

import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Controls that float beside their `trigger`. `label` names it for a screen reader. */
export function Popover({
  label,
  trigger,
  open,
  onOpenChange,
  onClosed,
  align = 'start',
  className,
  children,
}: {
  label: string
  trigger: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** The trigger has the focus again: where another layer opens now, it goes back there from that one too. */
  onClosed?: () => void
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={() => onClosed && setTimeout(onClosed)}
          className={classNames(
            'z-30 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] animate-in overflow-y-auto rounded-l border border-line bg-raised p-3 shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
