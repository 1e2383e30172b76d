'use client'

import { useState } from 'react'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { FilterSpec, TableSpec } from '@/lib/tables/spec'
import { defaultFilters, type ViewState } from '@/lib/tables/view-state'
import { chipsOf, filterKey, filtersOf, type DraftChip } from './draft'

export type Draft = ReturnType<typeof useDraft>

/** The filters being chosen, until they are applied. They begin anew whenever others are applied. */
export function useDraft(spec: TableSpec, applied: ViewState['filters']) {
  const key = filterKey(spec, applied)
  const [seen, setSeen] = useState(key)
  const [chips, setChips] = useState(() => chipsOf(spec, applied))
  const [added, setAdded] = useState(0)
  if (seen !== key) {
    setSeen(key)
    setChips(chipsOf(spec, applied, chips))
  }
  const defaults = defaultFilters(spec)
  const filters = filtersOf(spec, chips)
  return {
    chips,
    filters,
    dirty: filterKey(spec, filters) !== key,
    set: (changed: DraftChip, value: FilterValue | undefined) =>
      setChips(chips.map((chip) => (chip.key === changed.key ? { ...chip, value } : chip))),
    /** Takes a chip out of the bar; one that always stands there is emptied. */
    remove: ({ key: removed, spec: filter }: DraftChip) =>
      setChips(
        filter.pinned || defaults[filter.id]
          ? chips.map((chip) => (chip.key === removed ? { ...chip, value: defaults[filter.id] } : chip))
          : chips.filter((chip) => chip.key !== removed),
      ),
    add: (filter: FilterSpec) => {
      setAdded(added + 1)
      setChips([...chips, { key: `${filter.id} added ${added}`, spec: filter }])
    },
    clear: () => setChips(chipsOf(spec, defaults)),
  }
}
