import { printFilterValue, type AttributeTerm, type FilterValue } from '@/lib/tables/filter-value'
import type { FilterSpec, TableSpec } from '@/lib/tables/spec'
import { defaultFilters, printSavedQuery, type ViewState } from '@/lib/tables/view-state'

type Filters = ViewState['filters']

/** A chip of the bar: a filter, or one term of an attribute filter. Without a value it stands there and filters nothing. */
export interface DraftChip {
  key: string
  spec: FilterSpec
  value?: FilterValue
}

/**
 * The chips of applied filters, and of those that the bar always shows.
 * @param before the chips that stood there: one that says the same stays itself, with the focus that it may have
 */
export const chipsOf = (spec: TableSpec, filters: Filters, before: DraftChip[] = []): DraftChip[] =>
  chipsFor(spec, filters).map((chip) => {
    const same = before.find(({ key, ...past }) => key.startsWith(`${chip.spec.id} added `) && saysSame(past, chip))
    return same ? { ...chip, key: same.key } : chip
  })

const saysSame = (one: Omit<DraftChip, 'key'>, other: DraftChip) =>
  one.spec.id === other.spec.id &&
  String(one.value && printFilterValue(one.value)) === String(other.value && printFilterValue(other.value))

const chipsFor = (spec: TableSpec, filters: Filters): DraftChip[] =>
  spec.filters.flatMap((filter): DraftChip[] => {
    const value = filters[filter.id]
    if (value?.kind === 'attribute')
      return value.terms.map((term, at) => ({
        key: `${filter.id} ${at}`,
        spec: filter,
        value: { kind: 'attribute', terms: [term] },
      }))
    return value || filter.pinned ? [{ key: filter.id, spec: filter, value }] : []
  })

/** The filters that these chips stand for. */
export function filtersOf(spec: TableSpec, chips: DraftChip[]): Filters {
  const filters = defaultFilters(spec)
  const terms: Record<string, AttributeTerm[]> = {}
  for (const { spec: filter, value } of chips) {
    if (value?.kind === 'attribute') (terms[filter.id] ??= []).push(...value.terms)
    else if (value) filters[filter.id] = value
  }
  for (const [id, found] of Object.entries(terms)) filters[id] = { kind: 'attribute', terms: found }
  return filters
}

/** One text for filters that let the same rows through. */
export const filterKey = (spec: TableSpec, filters: Filters) =>
  printSavedQuery(spec, { filters, sort: spec.defaultSort })

/** Whether a chip says something else than what is applied. */
export function isUnapplied({ spec, value }: DraftChip, applied: Filters): boolean {
  const before = applied[spec.id]
  const texts = value ? printFilterValue(value) : []
  const known = before ? printFilterValue(before) : []
  return spec.kind === 'attribute' ? !texts.every((text) => known.includes(text)) : texts.join() !== known.join()
}
