'use client'

import { Plus } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { FilterSpec } from '@/lib/tables/spec'
import { defaultFilters } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { Menu, MenuItem } from '../ui/menu'
import { useNow } from '../ui/now'
import { useTimes } from '../ui/times'
import { describeFilter } from './describe-filter'
import { filterKey, isUnapplied, type DraftChip } from './draft'
import { FilterChip } from './filter-chip'
import { useDraft } from './use-draft'

/** Filters are chosen as chips, then applied. Clear empties what is chosen, Reset takes off what is applied. */
export function FilterBar({ lead }: { lead?: ReactNode }) {
  const { spec, view, go, settings } = useTableView()
  const { zone, drawn } = useTimes()
  const now = useNow(drawn)
  const draft = useDraft(spec, view.filters)
  const added = useRef(false)
  if (settings.filtersHidden) return null

  const defaults = defaultFilters(spec)
  const offered = spec.filters.filter(
    (filter) => filter.kind === 'attribute' || !draft.chips.some((chip) => chip.spec.id === filter.id),
  )
  const chosen = filterKey(spec, draft.filters) !== ''
  const filtered = filterKey(spec, view.filters) !== ''
  const idle = !chosen && !filtered && !draft.dirty
  const apply = () => go({ filters: draft.filters })
  const addFilter = (filter: FilterSpec) => {
    added.current = true
    draft.add(filter)
  }
  // The editor of the added filter has the focus; going back to the button would close it.
  const keepFocus = (event: Event) => {
    if (added.current) event.preventDefault()
    added.current = false
  }
  const removable = ({ spec: filter, value }: DraftChip) =>
    defaults[filter.id] ? value && filterKey(spec, { [filter.id]: value }) !== '' : value || !filter.pinned
  return (
    <section aria-label="Filters" className="flex items-start gap-2 px-4 py-2.5 max-narrow:flex-col narrow:px-6">
      <div className="-m-1 flex min-w-0 flex-1 items-center gap-2 p-1 *:shrink-0 max-narrow:w-[calc(100%+8px)] max-narrow:overflow-x-auto narrow:flex-wrap">
        <>{lead}</>
        {draft.chips.map((chip) => {
          const [words] = describeFilter(chip.spec, chip.value, { zone, now })
          return (
            words && (
              <FilterChip
                key={chip.key}
                spec={chip.spec}
                value={chip.value}
                words={words}
                unapplied={isUnapplied(chip, view.filters)}
                shortcut={chip === draft.chips.find(({ spec }) => spec.kind === 'text') ? '/' : undefined}
                startOpen={chip.key.includes(' added ')}
                onChange={(value) => draft.set(chip, value)}
                onRemove={removable(chip) ? () => draft.remove(chip) : undefined}
                onApply={apply}
              />
            )
          )
        })}
        {offered.length > 0 && (
          <Menu
            onCloseAutoFocus={keepFocus}
            trigger={
              <Button look="quiet" aria-keyshortcuts="F" className="border-dashed border-line-strong!">
                <Plus aria-hidden />
                Add filter
              </Button>
            }
          >
            {offered.map((filter) => (
              <MenuItem key={filter.id} onSelect={() => addFilter(filter)}>
                {filter.title}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <div className={classNames('ml-auto flex gap-1.5', idle && 'max-narrow:hidden')}>
        {chosen && (
          <Button look="quiet" onClick={draft.clear}>
            Clear
          </Button>
        )}
        {filtered && (
          <Button look="quiet" onClick={() => go({ filters: defaults, saved: undefined })}>
            Reset
          </Button>
        )}
        <Button look={draft.dirty ? 'primary' : 'plain'} disabled={!draft.dirty} onClick={apply}>
          Apply
        </Button>
      </div>
    </section>
  )
}
