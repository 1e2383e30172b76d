import { countUsersBy, frequentValues, MOST_FACETED } from '@/lib/directory/portal-facets'
import type { Provider } from '@/lib/providers/provider'
import { parseFilter, type Filter } from '@/lib/scim'
import { countCallsBy, frequentNames } from '@/lib/sync-log/facets'
import { MOST_COUNTED } from '@/lib/sync-log/search'
import type { Facets, FilterSpec, PageId, TermOption } from '@/lib/tables/spec'
import { suggestedPointer } from './attribute-options'
import { registryOf } from './registry-of'

interface Asked {
  page: PageId
  chosen: Provider[]
  /** The other filters of the view. */
  filter: Filter | undefined
  field: FilterSpec
  /** The attribute of an `attribute` filter. */
  attribute: string | undefined
}

type Counted = { counts: number[]; partial: boolean }
type Found = { values: Facets['values']; partial: boolean }

/** Each option of a filter with the number of rows that it would leave, or the most frequent values of a text. */
export async function pageFacets(asked: Asked): Promise<Facets | undefined> {
  const { page, field } = asked
  if (page !== 'users' && page !== 'sync-logs') return undefined
  const newest = page === 'users' ? MOST_FACETED : MOST_COUNTED
  const found =
    field.kind === 'oneOf' || field.kind === 'anyOf' ? await optionCounts(asked, field.options) : await frequent(asked)
  return found && { values: found.values, ...(found.partial && { newest }) }
}

const searchOf = ({ chosen, filter }: Asked) => ({
  providerIds: chosen.map(({ id }) => id),
  registry: registryOf(chosen),
  ...(filter && { filter }),
})

async function optionCounts(asked: Asked, options: TermOption[]): Promise<Found> {
  const terms = options.flatMap(({ value, term }) => (term ? [{ value, term: parseFilter(term) }] : []))
  const filters = terms.map(({ term }) => term)
  const search = searchOf(asked)
  const { counts, partial }: Counted =
    asked.page === 'users' ? await countUsersBy(search, filters) : await countCallsBy(search, filters)
  return { values: terms.map(({ value }, at) => ({ value, count: counts[at] ?? 0 })), partial }
}

async function frequent(asked: Asked): Promise<Found | undefined> {
  const { page, field, attribute } = asked
  const search = searchOf(asked)
  if (page === 'sync-logs') return field.kind === 'text' && field.suggests ? frequentNames(search) : undefined
  const pointer = field.kind === 'attribute' ? suggestedPointer(search.registry, attribute ?? '') : undefined
  return pointer && frequentValues(search, pointer)
}
