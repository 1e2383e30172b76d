import { errorName } from '@/components/scim/error-name'
import type { Provider } from '@/lib/providers/provider'
import { errorArticle } from '@/lib/help/error-article'
import { describe } from '@/lib/sync-log/describe'
import { readCalls, type FoundCall } from '@/lib/sync-log/found-calls'
import { allCalls, searchSyncLog } from '@/lib/sync-log/search'
import type { RowHelp, TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { callersOf, type Caller } from '../caller-names'
import { clientTitle } from '../client-names'
import { mapped, type EveryRow } from '../every-row'
import { pageFilter } from '../page-filters'
import { nameOf } from '../provider-names'

/** The page of SCIM Sync Logs that a view asks for. */
export async function syncLogsTable(view: ViewState, chosen: Provider[]): Promise<Omit<TableResult, 'readAt'>> {
  const { ids, ...page } = await searchSyncLog({
    ...asked(view, chosen),
    ...(view.cursor && { cursor: view.cursor }),
    rows: view.rows,
  })
  return { ...page, rows: await rowsOf(ids, chosen) }
}

/** All calls of the view, newest first. How many there are is known when the last one is read. */
export const everyCall = (view: ViewState, chosen: Provider[]): EveryRow => ({
  chunks: mapped(allCalls(asked(view, chosen)), (ids) => rowsOf(ids, chosen)),
})

function asked(view: ViewState, chosen: Provider[]) {
  const filter = pageFilter('sync-logs', view, chosen)
  return { providerIds: chosen.map(({ id }) => id), ...(filter && { filter }) }
}

async function rowsOf(ids: string[], chosen: Provider[]): Promise<TableRow[]> {
  const calls = await readCalls(ids)
  const [providerName, callers] = [nameOf(chosen), await callersOf(calls.map(({ providerId }) => providerId))]
  return calls.map((call) => row(call, providerName(call.providerId), callers.get(call.tokenId ?? '')))
}

const row = (call: FoundCall, provider: string | null, caller?: Caller): TableRow => ({
  id: call.id,
  cells: {
    time: call.at.toISOString(),
    request: { method: call.method, url: call.url },
    action: { text: describe(call), ...(call.action === 'refused' && { refused: true }) },
    entityName: call.entityName,
    entity: call.resourceType && call.entityId ? { type: call.resourceType, id: call.entityId } : null,
    externalId: call.entityExternalId,
    duration: call.durationMs,
    status: call.status,
    error: call.scimType,
    client: call.client && clientTitle(call.client),
    token: caller?.lastFour ?? caller?.client ?? null,
    provider,
    id: call.id,
  },
  ...helpOf(call),
})

function helpOf(call: FoundCall): { help?: RowHelp } {
  const place = errorArticle(call)
  return place ? { help: { column: 'status', about: errorName(call), ...place } } : {}
}
