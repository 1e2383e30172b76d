import Link from 'next/link'
import { CopyButton } from '@/components/ui/copy-button'
import { Time } from '@/components/ui/time'
import type { Provider } from '@/lib/providers/provider'
import type { TokenInfo } from '@/lib/providers/tokens'
import { clientTitle } from '../client-names'
import { SyncState } from './sync-state'

interface Row extends Provider {
  users: number
  groups: number
  endpoint: string
  /** Those that work. */
  tokens: TokenInfo[]
  /** OAuth clients that work. */
  oauthClients: number
}

const head = 'h-8 border-b border-line bg-sunken px-3 text-left text-small font-medium whitespace-nowrap text-ink-2'
const cell = 'h-10 border-b border-line px-3 whitespace-nowrap'
const numbers = new Intl.NumberFormat('en')

/** The configured providers, one in a row. Few enough for one page. */
export function ProviderTable({ rows }: { rows: Row[] }) {
  return (
    <div className="relative min-h-0 grow overflow-auto border-t border-line bg-surface">
      <table className="w-full border-separate border-spacing-0 text-table">
        <caption className="sr-only">Identity providers</caption>
        <thead className="sticky top-0 z-1">
          <tr>
            <th scope="col" className={`${head} pl-4 narrow:pl-6`}>
              Name
            </th>
            <th scope="col" className={head}>
              SCIM Sync
            </th>
            <th scope="col" className={head}>
              SCIM Service Provider Endpoint
            </th>
            <th scope="col" className={head}>
              Client
            </th>
            <th scope="col" className={head}>
              Last call
            </th>
            <th scope="col" className={head}>
              Tokens
            </th>
            <th scope="col" className={`${head} text-right`}>
              Users
            </th>
            <th scope="col" className={`${head} pr-4 text-right narrow:pr-6`}>
              Groups
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="group hover:bg-sunken/55">
              <th scope="row" className={`${cell} max-w-72 truncate pl-4 text-left font-[540] narrow:pl-6`}>
                <Link href={`/providers/${row.slug}`} className="hover:text-accent">
                  {row.name}
                </Link>
              </th>
              <td className={cell}>
                <SyncState on={row.enabled} />
              </td>
              <td className={cell}>
                <span className="mono text-ink-2">{row.endpoint}</span>
                <CopyButton
                  what={`endpoint of ${row.name}`}
                  text={row.endpoint}
                  className="ml-1 align-middle opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
                />
              </td>
              <td className={cell}>{row.client ? clientTitle(row.client) : <Dash />}</td>
              <td className={`${cell} text-ink-2`}>
                {row.lastCallAt ? <Time at={row.lastCallAt.toISOString()} /> : 'Never'}
              </td>
              <td className={cell}>
                {row.tokens.length + row.oauthClients === 0 && <span className="text-ink-2">None</span>}
                <span className="mono">{row.tokens.map(({ lastFour }) => `…${lastFour}`).join(', ')}</span>
                {row.tokens.length > 0 && row.oauthClients > 0 && ', '}
                {row.oauthClients > 0 && `${row.oauthClients} OAuth ${row.oauthClients === 1 ? 'client' : 'clients'}`}
              </td>
              <td className={`${cell} text-right tabular-nums`}>{numbers.format(row.users)}</td>
              <td className={`${cell} pr-4 text-right tabular-nums narrow:pr-6`}>{numbers.format(row.groups)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Dash = () => (
  <span className="text-ink-2">
    <span aria-hidden>–</span>
    <span className="sr-only">not known yet</span>
  </span>
)
