'use client'

import type { Facets } from '@/lib/tables/spec'
import { beginning, markedText } from '../ui/hidden-characters'
import { Shown } from '../ui/shown'
import { FacetCount } from './facet-note'

/** The most frequent values of a text filter, to take one instead of typing it. */
export const SuggestedValues = ({
  title,
  facets,
  onTake,
}: {
  title: string
  facets: Facets | undefined
  onTake: (value: string) => void
}) => (
  <section aria-label={`${title}: most frequent`} className="grid min-h-[90px] content-start">
    <h3 className="py-1 text-small text-ink-2">Most frequent</h3>
    {facets?.values.map(({ value }) => (
      <button
        key={value}
        type="button"
        onClick={() => onTake(value)}
        className="flex min-h-7 w-full items-center rounded-s px-1.5 text-left hover:bg-off-tint pointer-coarse:min-h-11"
      >
        <span className="min-w-0 truncate" title={markedText(beginning(value, 1000))}>
          <Shown text={value} longest={200} />
        </span>
        <FacetCount facets={facets} value={value} />
      </button>
    ))}
    {facets?.values.length === 0 && <p className="px-1.5 text-small text-ink-2">None has a value.</p>}
  </section>
)
