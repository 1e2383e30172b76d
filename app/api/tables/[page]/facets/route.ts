import { pageFacets } from '@/app/(portal)/page-facets'
import { pageFilter } from '@/app/(portal)/page-filters'
import type { FilterValue } from '@/lib/tables/filter-value'
import { askedTable } from '../../asked-table'
import { answerAdmin, problem } from '../../../answer'

/**
 * What one filter (`facet`, and `of` for the attribute of an attribute filter) would leave of a view (the rest of the query
 * string): its options with their counts, or the most frequent values. The view's other filters are applied.
 */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  return answerAdmin('The options of the filter', async () => {
    const query = new URL(request.url).searchParams
    const attribute = query.get('of') ?? undefined
    const asked = await askedTable((await params).page, query)
    const field = asked?.spec.filters.find(({ id }) => id === query.get('facet'))
    if (!asked || !field) return problem(404, 'No such filter', 'This page has no filter of that name.')
    const { page, view, chosen } = asked
    const filters = { ...view.filters }
    const others = withoutAttribute(filters[field.id], attribute)
    delete filters[field.id]
    if (others) filters[field.id] = others
    const filter = pageFilter(page, { ...view, filters }, chosen)
    return (await pageFacets({ page, chosen, filter, field, attribute })) ?? { values: [] }
  })
}

/** Of an attribute filter the terms about other attributes stay. */
function withoutAttribute(value: FilterValue | undefined, attribute: string | undefined): FilterValue | undefined {
  const terms = value?.kind === 'attribute' ? value.terms.filter((term) => term.attribute !== attribute) : []
  return terms.length > 0 ? { kind: 'attribute', terms } : undefined
}
