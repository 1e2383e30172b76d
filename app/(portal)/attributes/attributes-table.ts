import { attributeShares } from '@/lib/directory/portal-attributes'
import type { Provider } from '@/lib/providers/provider'
import { lastSet } from '@/lib/sync-log/last-set'
import { attributeRows } from '@/lib/tables/attribute-rows'
import { allAttributes, attributeTable, type Seen } from '@/lib/tables/attribute-table'
import type { TableResult } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import type { EveryRow } from '../every-row'
import { registryOf } from '../registry-of'

/** The page of SCIM Attributes that a view asks for. Nothing until a provider has SCIM enabled. */
export async function attributesTable(
  view: ViewState,
  provider: Provider | undefined,
): Promise<Omit<TableResult, 'readAt'>> {
  if (!provider?.enabled) return { rows: [], total: 0 }
  return attributeTable(registryOf([provider]), view, await seenFrom(provider))
}

/** All attributes of the view, whatever its page. */
export async function everyAttribute(view: ViewState, [provider]: Provider[]): Promise<EveryRow> {
  const rows = provider?.enabled ? allAttributes(registryOf([provider]), view, await seenFrom(provider)) : []
  return { total: rows.length, chunks: once(rows) }
}

async function seenFrom(provider: Provider): Promise<Seen> {
  const stored = attributeRows(registryOf([provider])).filter((row) => row.stored)
  const [shares, set] = await Promise.all([attributeShares(provider.id, stored), lastSet(provider.id)])
  return { shares, lastSet: set }
}

// An async generator for what is there already: all exports are read alike.
async function* once<Value>(value: Value) {
  yield await Promise.resolve(value)
}
