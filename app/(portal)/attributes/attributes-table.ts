import { attributeShares } from '@/lib/directory/portal-attributes'
import type { Provider } from '@/lib/providers/provider'
import { attributeRows } from '@/lib/tables/attribute-rows'
import { attributeTable } from '@/lib/tables/attribute-table'
import type { TableResult } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { registryOf } from '../registry-of'

/** The page of SCIM Attributes that a view asks for. Nothing until a provider has SCIM enabled. */
export async function attributesTable(
  view: ViewState,
  provider: Provider | undefined,
): Promise<Omit<TableResult, 'readAt'>> {
  if (!provider) return { rows: [], total: 0 }
  const registry = registryOf([provider])
  const counted = attributeRows(registry).filter((row) => row.stored)
  return attributeTable(registry, view, await attributeShares(provider.id, counted))
}
