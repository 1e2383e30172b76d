'use client'

import { Plus } from 'lucide-react'
import { useRef } from 'react'
import type { FilterSpec } from '@/lib/tables/spec'
import { defaultFilters, standsBeside } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { useNow } from '../ui/now'
import { useTimes } from '../ui/times'
import { describeFilter } from './describe-filter'
import { filterKey, isUnapplied, type DraftChip } from './draft'
import { FilterChip } from './filter-chip'
import type { Draft } from './use-draft'

/** The filters being chosen, each as a chip, and what else can be added. `beside`: those alone that an expression leaves in the bar. */
export function FilterChips({ draft, beside, onApply }: { draft: Draft; beside: boolean; onApply: () => void }) {
  const { spec, view } = useTableView()
  const { zone, drawn } = useTimes()
  const now = useNow(drawn)
  const added = useRef(false)
  const defaults = defaultFilters(spec)
  const chips = beside ? draft.chips.filter((chip) => standsBeside(spec, chip.spec)) : draft.chips
  const offered = spec.filters.filter(
    (filter) => filter.kind === 'attribute' || !draft.chips.some((chip) => chip.spec.id === filter.id),
  )
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
    <>
      {chips.map((chip) => {
        const [words] = describeFilter(chip.spec, chip.value, { zone, now })
        return (
          words && (
            <FilterChip
              key={chip.key}
              spec={chip.spec}
              value={chip.value}
              words={words}
              unapplied={isUnapplied(chip, view.filters)}
              shortcut={chip === chips.find(({ spec }) => spec.kind === 'text') ? '/' : undefined}
              startOpen={chip.key.includes(' added ')}
              onChange={(value) => draft.set(chip, value)}
              onRemove={removable(chip) ? () => draft.remove(chip) : undefined}
              onApply={onApply}
            />
          )
        )
      })}
      {!beside && offered.length > 0 && (
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
    </>
  )
}
