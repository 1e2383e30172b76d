import type { Provider } from '@/lib/providers/provider'
import { listTokens } from '@/lib/providers/tokens'
import { parseFilter } from '@/lib/scim'
import { describe } from '@/lib/sync-log/describe'
import { readCalls, type FoundCall } from '@/lib/sync-log/found-calls'
import { searchSyncLog } from '@/lib/sync-log/search'
import { syncLogsExpression } from '@/lib/tables/expression'
import type { TableResult, TableRow } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { clientTitle } from '../client-names'
import { nameOf } from '../provider-names'

/** The page of SCIM Sync Logs that a view asks for. */
export async function syncLogsTable(view: ViewState, chosen: Provider[]): Promise<Omit<TableResult, 'readAt'>> {
  const expression = syncLogsExpression(view.filters, new Date())
  const { ids, ...page } = await searchSyncLog({
    providerIds: chosen.map(({ id }) => id),
    ...(expression && { filter: parseFilter(expression) }),
    ...(view.cursor && { cursor: view.cursor }),
    rows: view.rows,
  })
  const calls = await readCalls(ids)
  const [providerName, lastFour] = [nameOf(chosen), await lastFourOf(calls)]
  return {
    ...page,
    rows: calls.map((call) => row(call, providerName(call.providerId), lastFour.get(call.tokenId ?? '') ?? null)),
  }
}

/** The last four characters of the tokens that these calls used, by token id. */
async function lastFourOf(calls: FoundCall[]): Promise<Map<string, string>> {
  const providers = [...new Set(calls.map(({ providerId }) => providerId))]
  const tokens = await Promise.all(providers.map((id) => listTokens(id)))
  return new Map(tokens.flat().map(({ id, lastFour }) => [id, lastFour]))
}

const row = (call: FoundCall, provider: string | null, token: string | null): TableRow => ({
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
    token,
    provider,
    id: call.id,
  },
})
