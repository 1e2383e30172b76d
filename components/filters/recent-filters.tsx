'use client'

import { printSavedQuery, parseView, type ViewState } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { beginning, markedText } from '../ui/hidden-characters'
import { useNow } from '../ui/now'
import { Shown } from '../ui/shown'
import { useTimes } from '../ui/times'
import { describeFilter } from './describe-filter'

/** The filters that this admin applied lately without saving them, in words. */
export function RecentFilters({ onChoose }: { onChoose: () => void }) {
  const { spec, view, settings, go } = useTableView()
  const { zone, drawn } = useTimes()
  const now = useNow(drawn)
  const { provider, rows } = view
  const read = (query: string) =>
    parseView(spec, new URLSearchParams(query), { provider, providers: [provider], rows }).view
  const words = ({ filters, expression }: ViewState) =>
    spec.filters
      .filter(({ id }) => filters[id])
      .flatMap((filter) => describeFilter(filter, filters[filter.id], { zone, now }))
      .map(({ key, operator, value }) => [key, operator, value].filter(Boolean).join(' '))
      .concat(expression ?? [])
      .join(', ')
  // What a newer version no longer knows has left nothing to apply.
  const recent = (settings.recent ?? [])
    .map((query) => ({ query, past: read(query) }))
    .filter(({ past }) => printSavedQuery(spec, { ...past, sort: spec.defaultSort }) !== '')
  if (recent.length === 0) return null
  return (
    <section>
      <h2 className="px-2 pt-2 pb-1 text-small font-medium text-ink-2">Applied lately</h2>
      <ul>
        {recent.map(({ query, past }) => (
          <li key={query}>
            <button
              type="button"
              onClick={() => {
                onChoose()
                go({ filters: past.filters, expression: past.expression, saved: undefined })
              }}
              title={markedText(beginning(words(past), 1000))}
              className="block min-h-[30px] w-full truncate rounded-s px-2 text-left hover:bg-off-tint"
            >
              <Shown text={words(past)} longest={200} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
