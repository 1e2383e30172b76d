import Link from 'next/link'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { Provider } from '@/lib/providers/provider'
import { clientTitle } from '../../client-names'
import { Section } from './section'

const numbers = new Intl.NumberFormat('en')

/** What else is known of a provider. */
export function Facts({ provider, counts }: { provider: Provider; counts: { users: number; groups: number } }) {
  const of = `?provider=${provider.slug}`
  return (
    <Section title="About this provider">
      <dl className="grid grid-cols-[minmax(6rem,11rem)_1fr] gap-x-4 gap-y-2">
        <Fact name="Users">
          <Link className="link tabular-nums" href={`/users${of}`}>
            {numbers.format(counts.users)}
          </Link>
        </Fact>
        <Fact name="Groups">
          <Link className="link tabular-nums" href={`/groups${of}`}>
            {numbers.format(counts.groups)}
          </Link>
        </Fact>
        <Fact name="Calls">
          <Link className="link" href={`/sync-logs${of}`}>
            Sync Logs
          </Link>
        </Fact>
        <Fact name="Client">{provider.client ? clientTitle(provider.client) : 'Not known before the first call'}</Fact>
        <Fact name="Last call">{provider.lastCallAt ? <Time at={provider.lastCallAt.toISOString()} /> : 'Never'}</Fact>
        <Fact name="Slug">
          <span className="mono">{provider.slug}</span>
        </Fact>
        <Fact name="Added">
          <Time at={provider.createdAt.toISOString()} />
        </Fact>
      </dl>
    </Section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-2">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
)
