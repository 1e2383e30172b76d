import Link from 'next/link'
import type { ReactNode } from 'react'
import { HelpLink } from '@/components/help/help-link'
import { CopyButton } from '@/components/ui/copy-button'
import { scimBaseUrl } from '@/lib/http/base-url'
import type { Provider } from '@/lib/providers/provider'
import { listTokens } from '@/lib/providers/tokens'
import type { TableOutcome } from '@/lib/tables/spec'
import { clientWords } from './client-words'
import { Waiting } from './waiting'

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
export function NothingYet({ chosen, what }: { chosen: Provider[]; what: string }) {
  const [provider, ...more] = chosen
  if (!provider) return <NoProvider />
  if (more.length > 0)
    return (
      <Frame title="Nothing yet: no provider has pushed">
        What your identity providers push is shown here. Choose one at the left to see its endpoint.
      </Frame>
    )
  if (!provider.enabled) return <SwitchedOff provider={provider} />
  if (provider.lastCallAt) return <CalledAlready provider={provider} what={what} />
  return <NotCalled provider={provider} />
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
    <p className="mt-5">
      <Link href="/providers" className="link">
        Add an identity provider
      </Link>
    </p>
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

async function NotCalled({ provider }: { provider: Provider }) {
  const words = clientWords(provider)
  const token = (await listTokens(provider.id)).find(({ revokedAt }) => revokedAt === null)
  const endpoint = scimBaseUrl(provider.slug)
  const line =
    'mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-[8px] border border-line bg-surface py-2 pr-2 pl-3.5'
  return (
    <Frame title={`No one yet: ${provider.name} has not called`}>
      <p className="mb-5">{words.how}</p>
      <div className={line}>
        <span className="w-24">{words.endpoint}</span>
        <span className="mono min-w-0 flex-1 basis-60 break-all text-ink">{endpoint}</span>
        <CopyButton wide text={endpoint} what={words.endpoint} />
      </div>
      <div className={line}>
        <span className="w-24">{words.token}</span>
        <span className="mono min-w-0 flex-1 basis-60 text-ink">
          {token ? (
            <>
              <span aria-hidden>{'·'.repeat(24)}</span>
              <span className="sr-only">ends with </span>
              {token.lastFour}
            </>
          ) : (
            'none yet'
          )}
        </span>
        <Link
          href={`/providers/${provider.slug}`}
          className="inline-flex h-[30px] items-center rounded-m border border-line bg-surface px-2.5 font-medium text-ink hover:border-line-strong"
        >
          New token
        </Link>
      </div>
      <Waiting since={provider.createdAt.toISOString()} detail={words.waiting} />
      <p className="mt-5">
        <HelpLink article={words.article}>{words.guide}</HelpLink>
      </p>
    </Frame>
  )
}
