'use client'

import { useEffect, useState } from 'react'
import type { Facets } from '@/lib/tables/spec'
import { printView } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { askServer } from '../ui/ask-server'

/**
 * What a filter would leave of the table, asked for when its editor opens: undefined until the answer is there, and without
 * one the editor works as well. `of`: the attribute of an attribute filter.
 */
export function useFacets(filter: string, wanted: boolean, of?: string): Facets | undefined {
  const { spec, view } = useTableView()
  const query = new URLSearchParams(printView(spec, view))
  for (const name of ['page', 'cursor', 'open', 'tab', 'saved']) query.delete(name)
  query.set('facet', filter)
  if (of !== undefined) query.set('of', of)
  const address = wanted ? `/api/tables/${spec.page}/facets?${query}` : undefined
  const [known, know] = useState<{ address: string; facets: Facets }>()
  useEffect(() => {
    if (!address) return
    const leaving = new AbortController()
    askServer(address, { signal: leaving.signal })
      .then(async (answer) => answer.ok && know({ address, facets: (await answer.json()) as Facets }))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [address])
  return known && known.address === address ? known.facets : undefined
}
