'use client'

import { useEffect, useRef } from 'react'
import type { Completion } from '@/lib/tables/complete-expression'
import { classNames } from '../ui/class-names'

/** Below the field it belongs to, over what lies there: nothing moves. The focus stays in the field. */
export function CompletionList({
  id,
  label,
  options,
  at,
  onTake,
}: {
  id: string
  label: string
  options: Completion[]
  /** The chosen one, or -1. */
  at: number
  onTake: (option: Completion) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute top-full left-0 z-30 mt-1 max-h-72 w-[440px] max-w-full min-w-56 overflow-y-auto rounded-l border border-line bg-raised p-1 shadow-float max-narrow:max-w-[calc(100vw-32px)]"
    >
      {options.map((option, place) => (
        <li
          key={option.label}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          // Pressing takes the focus from the field, which closes the list before the click is one.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
          className={classNames(
            'flex min-h-[30px] cursor-pointer items-center gap-3 rounded-s px-2 py-0.5 pointer-coarse:min-h-11',
            place === at ? 'bg-accent-tint' : 'hover:bg-off-tint',
          )}
        >
          <span className="mono min-w-0 truncate">{option.label}</span>
          <span className="ml-auto shrink-0 text-small text-ink-2">{option.hint}</span>
        </li>
      ))}
    </ul>
  )
}
