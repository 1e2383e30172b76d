import type { ShellProvider } from '@/components/shell/navigation'
import { relativeTime } from '@/components/ui/format-time'
import { directoryCounts } from '@/lib/directory/portal-counts'
import type { Provider } from '@/lib/providers/provider'
import { listProviders } from '@/lib/providers/providers'

/** The providers as the sidebar shows them. */
export async function shellProviders(): Promise<ShellProvider[]> {
  const [providers, counts] = await Promise.all([listProviders(), directoryCounts()])
  return providers.map((provider) => ({
    slug: provider.slug,
    name: provider.name,
    status: status(provider, new Date()),
    ...(counts.get(provider.id) ?? { users: 0, groups: 0 }),
  }))
}

function status({ enabled, lastCallAt }: Provider, now: Date): string {
  if (!enabled) return 'SCIM sync is off'
  if (!lastCallAt) return 'Waiting for the first call'
  return `Connected · ${relativeTime(lastCallAt, 'UTC', now)}`
}
