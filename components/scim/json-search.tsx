'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'

/** Search in a document: Enter goes to the next line that has it, Shift+Enter to the one before. */
export function JsonSearch({
  label,
  text,
  onText,
  at,
  count,
  onStep,
}: {
  label: string
  text: string
  onText: (text: string) => void
  /** Of the lines that have it, the one that is shown; from 0. */
  at: number
  count: number
  onStep: (by: 1 | -1) => void
}) {
  return (
    <>
      <Input
        type="search"
        aria-label={`Search in ${label}`}
        placeholder="Search"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || count === 0) return
          event.preventDefault()
          onStep(event.shiftKey ? -1 : 1)
        }}
        className="max-w-52 min-w-24"
      />
      <span role="status" className="text-small whitespace-nowrap text-ink-2 tabular-nums">
        {text.trim() && (count === 0 ? 'nothing found' : `${at + 1} of ${count.toLocaleString('en')}`)}
      </span>
      {count > 1 && (
        <span className="flex">
          <IconButton label="Previous match" look="quiet" onClick={() => onStep(-1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label="Next match" look="quiet" onClick={() => onStep(1)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </span>
      )}
    </>
  )
}
