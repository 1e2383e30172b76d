'use client'

import { classNames } from '../ui/class-names'

export type FilterMode = 'form' | 'expression'

const words: Record<FilterMode, string> = { form: 'Filters', expression: 'Expression' }

/** How the table is filtered: by the form's chips, or by an expression. */
export const ModeSwitch = ({ mode, onChange }: { mode: FilterMode; onChange: (mode: FilterMode) => void }) => (
  <div role="group" aria-label="Filter with" className="flex h-[30px] rounded-m border border-line bg-sunken p-0.5">
    {(['form', 'expression'] as const).map((each) => (
      <button
        key={each}
        type="button"
        aria-pressed={each === mode}
        onClick={() => each !== mode && onChange(each)}
        className={classNames(
          'rounded-s px-2 text-small font-medium',
          each === mode ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line)]' : 'text-ink-2 hover:text-ink',
        )}
      >
        {words[each]}
      </button>
    ))}
  </div>
)
