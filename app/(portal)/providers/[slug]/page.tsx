import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { HelpButton } from '@/components/help/help-button'
import { PageHeader } from '@/components/shell/page-header'
import { requireAdmin } from '@/lib/auth/require-admin'
import { directoryCounts } from '@/lib/directory/portal-counts'
import { scimBaseUrl } from '@/lib/http/base-url'
import { findProvider } from '@/lib/providers/providers'
import { isWorking } from '@/lib/providers/token-state'
import { listTokens } from '@/lib/providers/tokens'
import { Access } from './access'
import { Connection } from './connection'
import { ExtensionSchemas } from './extension-schemas'
import { Facts } from './facts'
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
  const [tokens, counts] = await Promise.all([listTokens(provider.id), directoryCounts()])
  return (
    <>
      <PageHeader
        title={provider.name}
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
            name={provider.name}
            slug={provider.slug}
            endpoint={scimBaseUrl(provider.slug)}
            enabled={provider.enabled}
            client={provider.client}
            lastCallAt={provider.lastCallAt?.toISOString()}
            lastFour={tokens.find(isWorking)?.lastFour}
          />
          <Tokens slug={provider.slug} tokens={tokens} />
          <Access provider={provider} />
          <Settings provider={provider} />
          <ExtensionSchemas provider={provider} />
          <Redacted provider={provider} />
          <Facts provider={provider} counts={counts.get(provider.id) ?? { users: 0, groups: 0 }} />
        </div>
      </div>
    </>
  )
}
