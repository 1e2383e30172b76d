import { HelpLink } from '@/components/help/help-link'
import type { Provider } from '@/lib/providers/provider'
import { ChangeAccess } from './change-access'
import { Section } from './section'

/** From where a provider may call, and how often. */
export function Access({ provider }: { provider: Provider }) {
  const { slug, name, allowedAddresses: addresses, callsPerSecond: calls } = provider
  return (
    <Section
      title="Who may call"
      purpose={
        <>
          Whoever has a token, unless you say from where.{' '}
          <HelpLink article="who-may-call">Addresses and limits</HelpLink>
        </>
      }
    >
      <div className="flex items-start gap-4">
        <dl className="grid min-w-0 flex-1 grid-cols-[minmax(6rem,11rem)_1fr] gap-x-4 gap-y-2">
          <dt className="text-ink-2">Addresses</dt>
          <dd className="min-w-0">
            {addresses.length > 0 ? <span className="mono break-all">{addresses.join(', ')}</span> : 'Any'}
          </dd>
          <dt className="text-ink-2">Calls a second</dt>
          <dd className="tabular-nums">{calls ?? 'No limit'}</dd>
        </dl>
        <ChangeAccess slug={slug} name={name} addresses={addresses} calls={calls} />
      </div>
    </Section>
  )
}
