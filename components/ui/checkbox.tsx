'use client'

import { Check } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** A box with its words; the whole line is the target. */
export function Checkbox({
  label,
  checked,
  onChange,
  disabled,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  return (
    <label className="flex min-h-7 flex-1 cursor-pointer items-center gap-2 has-disabled:cursor-default">
      <Radix.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        className="grid size-4 shrink-0 place-items-center rounded-s border border-line-strong bg-surface disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Indicator>
          <Check className="size-3 text-accent-ink" strokeWidth={3} aria-hidden />
        </Radix.Indicator>
      </Radix.Root>
      <span className="min-w-0">{label}</span>
    </label>
  )
}
