import type { Provider } from '@/lib/providers/provider'
import { createRegistry, sharedRegistry, type Registry, type SchemaDefinition } from '@/lib/scim'

/** The schemas that a view resolves attributes with: its provider's own, or over several what all providers share. */
export function registryOf(chosen: Provider[]): Registry {
  const [provider, ...more] = chosen
  if (!provider || more.length > 0) return sharedRegistry
  return createRegistry({
    strict: provider.strict,
    allowSameGroupNames: provider.allowSameGroupNames,
    // Checked against RFC 7643 §7 before they were stored.
    extensions: provider.extensions as SchemaDefinition[],
  })
}
