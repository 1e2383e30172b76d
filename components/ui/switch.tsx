'use client'

import { Switch as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** On or off, at once. Its label comes from <Field>, a <label>, or `aria-label`. */
export const Switch = ({ className, ...props }: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root
    className={classNames(
      'h-6 w-10 shrink-0 rounded-full border border-line-strong bg-off-tint p-0.5 transition-colors duration-120 disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
      className,
    )}
    {...props}
  >
    <Radix.Thumb className="block size-[18px] rounded-full bg-ink-2 transition-transform duration-120 data-[state=checked]:translate-x-4 data-[state=checked]:bg-accent-ink" />
  </Radix.Root>
)
