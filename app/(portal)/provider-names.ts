import type { Provider } from '@/lib/providers/provider'
import type { Option } from '@/lib/tables/spec'

/** Who pushed, as a sentence goes on: "Contoso Okta has", "all providers have". */
export function whoHas(chosen: Provider[]): string {
  const [provider, ...more] = chosen
  if (!provider) return 'an identity provider has'
  return more.length === 0 ? `${provider.name} has` : 'all providers have'
}

/** A provider's name by its id. */
export function nameOf(providers: Provider[]): (id: string) => string | null {
  const names = new Map(providers.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? null
}

/** The providers as a choice. */
export const optionsOf = (providers: Provider[]): Option[] =>
  providers.map(({ slug, name }) => ({ value: slug, label: name }))
