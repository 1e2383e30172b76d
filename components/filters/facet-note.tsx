import type { Facets } from '@/lib/tables/spec'
import { formatNumber } from '../ui/format-number'

/** How often a value occurs. Its place is kept before the number is there. */
export const FacetCount = ({ facets, value }: { facets: Facets | undefined; value: string }) => {
  const count = facets?.values.find((each) => each.value === value)?.count
  return (
    <span className="ml-auto min-w-8 shrink-0 pl-2 text-right text-small text-ink-2 tabular-nums">
      {count === undefined ? '' : formatNumber(count)}
    </span>
  )
}

/** Says when not all rows were counted. */
export const FacetNote = ({ facets, many }: { facets: Facets | undefined; many: string }) =>
  facets?.newest ? (
    <p className="text-small text-ink-2">
      Counted over the newest {formatNumber(facets.newest)} {many}.
    </p>
  ) : null
