import type { Metadata } from 'next'
import { HelpButton } from '@/components/help/help-button'
import { HelpLink } from '@/components/help/help-link'
import { PageHeader } from '@/components/shell/page-header'
import { requireAdmin } from '@/lib/auth/require-admin'
import { directoryCounts } from '@/lib/directory/portal-counts'
import { origin, scimBaseUrl } from '@/lib/http/base-url'
import { countClients } from '@/lib/providers/oauth/clients'
import { listProviders } from '@/lib/providers/providers'
import { isWorking } from '@/lib/providers/token-state'
import { listTokens } from '@/lib/providers/tokens'
import { AddProvider } from './add-provider'
import { ProviderTable } from './provider-table'

export const metadata: Metadata = { title: 'Identity providers' }

export default async function ProvidersPage() {
  await requireAdmin()
  const [providers, counts, oauthClients] = await Promise.all([listProviders(), directoryCounts(), countClients()])
  const rows = await Promise.all(
    providers.map(async (provider) => ({
      ...provider,
      ...(counts.get(provider.id) ?? { users: 0, groups: 0 }),
      endpoint: scimBaseUrl(provider.slug),
      oauthClients: oauthClients.get(provider.id) ?? 0,
      tokens: (await listTokens(provider.id)).filter(isWorking),
    })),
  )
  return (
    <>
      <PageHeader
        title="Identity providers"
        purpose={
          <>
            Who may write users and groups here. <HelpLink article="providers">How connecting works</HelpLink>
          </>
        }
        actions={
          <>
            <AddProvider origin={origin()} taken={providers.map(({ slug }) => slug)} />
            <HelpButton article="providers" />
          </>
        }
      />
      {rows.length > 0 ? <ProviderTable rows={rows} /> : <NoneYet />}
    </>
  )
}

const NoneYet = () => (
  <div className="grow border-t border-line bg-surface px-4 py-14 narrow:px-6">
    <div className="mx-auto max-w-[620px]">
      <h2 className="text-[18px] leading-[26px] font-semibold tracking-tight">No identity provider yet</h2>
      <p className="mt-1 text-ink-2">
        Add one to get the two values that its provisioning form asks for: an endpoint and a token. Its people and
        groups appear here as soon as it pushes them.
      </p>
      <ul className="mt-5 grid gap-2">
        <li>
          <HelpLink article="connect-okta">Setup guide for Okta</HelpLink>
        </li>
        <li>
          <HelpLink article="connect-entra">Setup guide for Microsoft Entra ID</HelpLink>
        </li>
        <li>
          <HelpLink article="connect-other">Setup guide for other clients</HelpLink>
        </li>
      </ul>
    </div>
  </div>
)
