import type { Provider } from '@/lib/providers/provider'
import type { PageId, TableSpec } from '@/lib/tables/spec'
import { attributesSpec } from '@/lib/tables/specs/attributes'
import { groupsSpec } from '@/lib/tables/specs/groups'
import { syncLogsSpec } from '@/lib/tables/specs/sync-logs'
import { usersSpec } from '@/lib/tables/specs/users'
import { attributeOptions, expressionAttributes } from './attribute-options'
import { registryOf } from './registry-of'

/** The table of each page, over the schemas of the providers that it is about. */
export const pageSpecs: Record<PageId, (chosen: Provider[]) => TableSpec> = {
  attributes: () => attributesSpec,
  users: (chosen) => {
    const registry = registryOf(chosen)
    return usersSpec(attributeOptions(registry, 'User'), expressionAttributes(registry, 'User'))
  },
  groups: (chosen) => {
    const registry = registryOf(chosen)
    return groupsSpec(attributeOptions(registry, 'Group'), expressionAttributes(registry, 'Group'))
  },
  'sync-logs': () => syncLogsSpec,
}
