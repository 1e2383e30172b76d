'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One for the whole portal: pauses before the first tooltip, none between neighbours. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={250}>
    {children}
  </Radix.Provider>
)

/** Says `label` on hover and focus of its one child, which must take a ref. It never holds what can't be had otherwise. */
export function Tooltip({
  label,
  side,
  className,
  children,
}: {
  label: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  className?: string
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(
            'z-50 max-w-80 animate-in rounded-m bg-ink px-2 py-1 text-small break-words text-bg tabular-nums shadow-float',
            className,
          )}
        >
          {label}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
