import { listProviders } from '@/lib/providers/providers'
import type { Filter } from '@/lib/scim'
import { syncLogsSpec } from '@/lib/tables/specs/sync-logs'
import { parseView, type ViewState } from '@/lib/tables/view-state'
import { pageFilter } from '@/app/(portal)/page-filters'
import { answerAdmin } from '../../answer'

export interface AskedCalls {
  view: ViewState
  providerIds: string[]
  filter?: Filter
  now: Date
  /** A parameter beside the view's. */
  also: (name: string) => string | null
}

/** Answers what is asked about the calls of a view of SCIM Sync Logs, given as the page's own query string. */
export const answerAbout = (request: Request, what: string, answer: (asked: AskedCalls) => Promise<object>) =>
  answerAdmin(what, async () => {
    const params = new URL(request.url).searchParams
    const providers = await listProviders()
    const { view } = parseView(syncLogsSpec, params, { provider: 'all', providers: providers.map(({ slug }) => slug) })
    const chosen = providers.filter(({ slug }) => view.provider === 'all' || view.provider === slug)
    const now = new Date()
    const filter = pageFilter('sync-logs', view, chosen)
    const asked = { view, now, providerIds: chosen.map(({ id }) => id), also: (name: string) => params.get(name) }
    return answer({ ...asked, ...(filter && { filter }) })
  })
