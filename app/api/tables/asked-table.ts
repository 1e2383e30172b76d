import { pageSpecs } from '@/app/(portal)/page-specs'
import type { Provider } from '@/lib/providers/provider'
import { listProviders } from '@/lib/providers/providers'
import { initialProvider } from '@/lib/tables/initial-provider'
import type { PageId, TableSpec } from '@/lib/tables/spec'
import { parseView, type ViewState } from '@/lib/tables/view-state'

export interface AskedTable {
  page: PageId
  spec: TableSpec
  view: ViewState
  /** Those that the view is about. */
  chosen: Provider[]
}

const isPage = (page: string): page is PageId => Object.hasOwn(pageSpecs, page)

/** The table and view that a page's query string names, as the page itself reads them. Undefined for an unknown page. */
export async function askedTable(page: string, asked: URLSearchParams): Promise<AskedTable | undefined> {
  if (!isPage(page)) return undefined
  const providers = await listProviders()
  const slugs = providers.map(({ slug }) => slug)
  const provider = initialProvider(asked.get('provider') ?? undefined, slugs, pageSpecs[page]([]).allProviders)
  const chosen = providers.filter(({ slug }) => provider === 'all' || slug === provider)
  const spec = pageSpecs[page](chosen)
  return { page, spec, chosen, view: parseView(spec, asked, { provider, providers: slugs }).view }
}
