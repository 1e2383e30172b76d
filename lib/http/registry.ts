import type { Provider } from '@/lib/providers/provider'
import { type Registry, createRegistry } from '@/lib/scim'

const registries = new WeakMap<Provider, Registry>()

/** The schemas and rules that this provider's calls are read by; made once for each provider read from the database. */
export function registryOf(provider: Provider): Registry {
  let registry = registries.get(provider)
  if (!registry) registries.set(provider, (registry = createRegistry(provider)))
  return registry
}
