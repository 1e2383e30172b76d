'use client'

import { X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { FilterSpec } from '@/lib/tables/spec'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { beginning, markedText } from '../ui/hidden-characters'
import { Popover } from '../ui/popover'
import { Shown } from '../ui/shown'
import type { FilterWords } from './describe-filter'
import { FilterEditor } from './filter-editor'

/** A filter in the bar: what, how, which; it opens its editor. A dashed border says: chosen, not applied yet. */
export function FilterChip({
  spec,
  value,
  words,
  unapplied,
  startOpen,
  shortcut,
  onChange,
  onRemove,
  onApply,
}: {
  spec: FilterSpec
  value: FilterValue | undefined
  words: FilterWords
  unapplied: boolean
  /** Just added: its editor opens at once. */
  startOpen?: boolean
  /** The key that opens it. */
  shortcut?: string
  onChange: (value: FilterValue | undefined) => void
  onRemove?: () => void
  onApply: () => void
}) {
  const [open, setOpen] = useState(Boolean(startOpen))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setOpen(false)
    onApply()
  }
  return (
    <div
      className={classNames(
        'inline-flex h-[30px] max-w-full min-w-0 shrink-0 items-center rounded-m border bg-surface',
        unapplied ? 'border-dashed border-accent' : 'border-line hover:border-line-strong',
      )}
    >
      <Popover
        label={spec.title}
        open={open}
        onOpenChange={setOpen}
        className="w-72"
        trigger={
          <button
            type="button"
            aria-keyshortcuts={shortcut}
            className="flex h-full min-w-0 items-center gap-1.5 rounded-m px-2 whitespace-nowrap"
          >
            <span className="text-ink-2">{words.key}</span>
            {value ? (
              <>
                <span className="text-accent">{words.operator}</span>
                {words.value !== undefined && (
                  <span className="truncate font-medium" title={markedText(beginning(words.value, 1000))}>
                    <Shown text={words.value} longest={200} />
                  </span>
                )}
              </>
            ) : (
              <span className="text-ink-2">any</span>
            )}
            {unapplied && <span className="sr-only">, not applied yet</span>}
          </button>
        }
      >
        <form onSubmit={submit} className="grid gap-3">
          <FilterEditor spec={spec} value={value} onChange={onChange} />
          <Button type="submit" look="primary" className="justify-self-end">
            Apply
          </Button>
        </form>
      </Popover>
      {onRemove && (
        <button
          type="button"
          aria-label={markedText(
            `Remove filter: ${[words.key, words.operator, beginning(words.value ?? '', 200)].filter(Boolean).join(' ')}`,
          )}
          onClick={onRemove}
          className="grid h-full w-7 shrink-0 place-items-center rounded-r-m border-l border-line text-ink-2 hover:text-ink"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  )
}
