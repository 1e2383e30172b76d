import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { HelpButton } from '@/components/help/help-button'
import { PageHeader } from '@/components/shell/page-header'
import { requireAdmin } from '@/lib/auth/require-admin'
import { directoryCounts } from '@/lib/directory/portal-counts'
import { scimBaseUrl, tokenUrl } from '@/lib/http/base-url'
import { listClients } from '@/lib/providers/oauth/clients'
import { findProvider } from '@/lib/providers/providers'
import { isWorking } from '@/lib/providers/token-state'
import { listTokens } from '@/lib/providers/tokens'
import { Access } from './access'
import { Connection } from './connection'
import { ExtensionSchemas } from './extension-schemas'
import { Facts } from './facts'
import { OauthClients } from './oauth-clients'
import { Redacted } from './redacted'
import { Settings } from './settings'
import { Tokens } from './tokens'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireAdmin()
  return { title: (await findProvider((await params).slug))?.name ?? 'Identity providers' }
}

export default async function ProviderPage({ params }: Props) {
  await requireAdmin()
  const provider = await findProvider((await params).slug)
  if (!provider) notFound()
  const { id, name, slug } = provider
  const [tokens, clients, counts] = await Promise.all([listTokens(id), listClients(id), directoryCounts()])
  const hasClient = clients.some(({ revokedAt }) => !revokedAt)
  return (
    <>
      <PageHeader
        title={name}
        purpose={
          <Link href="/providers" className="link">
            Identity providers
          </Link>
        }
        actions={<HelpButton article="providers" />}
      />
      <div className="grow border-t border-line bg-surface px-4 py-6 narrow:px-6">
        <div className="grid max-w-[760px] gap-9">
          <Connection
            name={name}
            slug={slug}
            endpoint={scimBaseUrl(slug)}
            enabled={provider.enabled}
            client={provider.client}
            lastCallAt={provider.lastCallAt?.toISOString()}
            lastFour={tokens.find(isWorking)?.lastFour}
            oauth={hasClient}
          />
          <Tokens slug={slug} tokens={tokens} oauth={hasClient} />
          <OauthClients slug={slug} name={name} tokenUrl={tokenUrl(slug)} clients={clients} />
          <Access provider={provider} />
          <Settings provider={provider} />
          <ExtensionSchemas provider={provider} />
          <Redacted provider={provider} />
          <Facts provider={provider} counts={counts.get(id) ?? { users: 0, groups: 0 }} />
        </div>
      </div>
    </>
  )
}
