import Link from 'next/link'
import type { ReactNode } from 'react'
import { HelpLink } from '@/components/help/help-link'
import { hasAny } from '@/lib/directory/portal-counts'
import { origin, scimBaseUrl } from '@/lib/http/base-url'
import { listClients } from '@/lib/providers/oauth/clients'
import type { Provider } from '@/lib/providers/provider'
import { isWorking } from '@/lib/providers/token-state'
import { listTokens } from '@/lib/providers/tokens'
import type { TableOutcome } from '@/lib/tables/spec'
import { FirstSteps } from './first-steps/first-steps'
import { readFirstCall } from './first-steps/read-first-call'
import { AddProvider } from './providers/add-provider'
import { formOf } from './providers/[slug]/forms'

/**
 * What will appear on a page and how to make it, in place of its table while the chosen providers have pushed nothing.
 * A search that failed, or filters that let nothing through, are something else: undefined.
 */
export async function nothingYet(
  chosen: Provider[],
  what: 'users' | 'groups' | 'calls',
  outcome: TableOutcome,
  hasAny: (providerIds: string[]) => Promise<boolean>,
): Promise<ReactNode> {
  if (!('rows' in outcome) || outcome.total > 0) return undefined
  if (await hasAny(chosen.map(({ id }) => id))) return undefined
  return <NothingYet chosen={chosen} what={what} />
}

/** The same, where a page knows by itself that there is nothing. */
export async function NothingYet({ chosen, what }: { chosen: Provider[]; what: string }) {
  const [provider, ...more] = chosen
  if (!provider) return <NoProvider />
  if (more.length > 0)
    return (
      <Frame title="Nothing yet: no provider has pushed">
        What your identity providers push is shown here. Choose one at the left to see its endpoint.
      </Frame>
    )
  if (!provider.enabled) return <SwitchedOff provider={provider} />
  const pushed = (await hasAny('users', [provider.id])) || (await hasAny('groups', [provider.id]))
  return pushed ? <CalledAlready provider={provider} what={what} /> : <NotYet provider={provider} />
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[668px] px-6 py-14">
      <h2 className="text-[18px] leading-[26px] font-semibold tracking-tight">{title}</h2>
      <div className="mt-1 text-ink-2">{children}</div>
    </div>
  )
}

const NoProvider = () => (
  <Frame title="No identity provider yet">
    <p>Add one to get its SCIM endpoint and a token. What it pushes appears here within seconds.</p>
    <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      <AddProvider origin={origin()} taken={[]} />
      <HelpLink article="providers">How connecting works</HelpLink>
    </div>
  </Frame>
)

const SwitchedOff = ({ provider }: { provider: Provider }) => (
  <Frame title={`SCIM sync is off for ${provider.name}`}>
    <p>Its calls are refused and nothing is read from it. Turn SCIM sync on to let it push.</p>
    <p className="mt-5">
      <Link href={`/providers/${provider.slug}`} className="link">
        {provider.name}: enable SCIM sync
      </Link>
    </p>
  </Frame>
)

const CalledAlready = ({ provider, what }: { provider: Provider; what: string }) => (
  <Frame title={`No ${what} yet from ${provider.name}`}>
    <p>It has called, but pushed no {what}. Its calls, and why some were refused, are on Sync Logs.</p>
    <p className="mt-5 flex gap-4">
      {what !== 'calls' && (
        <Link href={`/sync-logs?provider=${provider.slug}`} className="link">
          Sync Logs of {provider.name}
        </Link>
      )}
      <HelpLink article="why-is-someone-missing">Why is someone missing?</HelpLink>
    </p>
  </Frame>
)

async function NotYet({ provider }: { provider: Provider }) {
  const [tokens, clients, known] = await Promise.all([
    listTokens(provider.id),
    listClients(provider.id),
    readFirstCall(provider),
  ])
  const lastFour = tokens.find(isWorking)?.lastFour
  return (
    <div className="mx-auto max-w-[800px] px-4 py-8 narrow:px-6 narrow:py-10">
      <FirstSteps
        key={provider.id}
        name={provider.name}
        slug={provider.slug}
        endpoint={scimBaseUrl(provider.slug)}
        form={formOf(provider)}
        {...(lastFour && { lastFour })}
        clients={clients.filter(({ revokedAt }) => !revokedAt).length}
        since={provider.createdAt.toISOString()}
        known={known}
      />
    </div>
  )
}
