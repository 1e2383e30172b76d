'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface TabSpec {
  id: string
  label: ReactNode
  content: ReactNode
}

/** Tabs under a thin rule; each panel scrolls by itself and fills what is left of its parent's height. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  className,
}: {
  label: string
  tabs: TabSpec[]
  value: string
  onChange: (id: string) => void
  className?: string
}) {
  return (
    <Radix.Root value={value} onValueChange={onChange} className={classNames('flex min-h-0 flex-col', className)}>
      <Radix.List aria-label={label} className="flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-3.5">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-[34px] border-b-2 border-transparent px-2 whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-[560] data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          className="min-h-0 flex-1 overflow-y-auto px-5 py-4 -outline-offset-2"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
