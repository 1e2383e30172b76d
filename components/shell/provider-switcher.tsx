'use client'

import { ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { classNames } from '../ui/class-names'
import { Menu, MenuChoice } from '../ui/menu'
import { linkOf, type ShellProvider } from './navigation'

const box =
  'flex w-full items-center gap-2 rounded-m border border-line bg-surface px-2 py-1.5 text-left hover:border-line-strong'

const Lines = ({ name, status }: { name: string; status: string }) => (
  <span className="grid min-w-0 flex-1">
    <span className="truncate leading-[17px] font-[560]">{name}</span>
    <span className="truncate text-small leading-[15px] text-ink-2">{status}</span>
  </span>
)

const all = (providers: ShellProvider[]) =>
  providers.length > 0
    ? { name: 'All providers', status: 'Shown together' }
    : { name: 'No provider yet', status: 'Add an identity provider' }

/** Which identity provider the pages are about. Choosing another one stays on the page. */
export function ProviderSwitcher({
  providers,
  chosen,
  rail,
}: {
  providers: ShellProvider[]
  chosen: string
  /** Only an icon while the window is not wide. */
  rail?: boolean
}) {
  const router = useRouter()
  const path = usePathname()
  const link = linkOf(path)
  const wide = rail ? 'max-wide:hidden' : undefined
  const current = providers.find((provider) => provider.slug === chosen) ?? all(providers)
  const initial = rail && (
    <span className="mx-auto font-semibold wide:hidden" aria-hidden>
      {current.name.slice(0, 1)}
    </span>
  )
  if (providers.length === 0)
    return (
      <Link href="/providers" className={box} aria-label="No provider yet: add an identity provider">
        {initial}
        <span className={classNames('contents', wide)}>
          <Lines {...current} />
        </span>
      </Link>
    )

  const offersAll = link?.allProviders && providers.length > 1
  const options = [
    ...providers.map((provider) => ({ value: provider.slug, label: <Lines {...provider} /> })),
    ...(offersAll
      ? [{ value: 'all', label: <Lines name="All providers" status="On Users, Groups and Sync Logs" /> }]
      : []),
  ]
  const choose = (slug: string) => router.push(`${link?.ofProvider ? link.href : '/users'}?provider=${slug}`)
  return (
    <Menu
      className="w-64"
      trigger={
        <button type="button" className={box} aria-label={`Identity provider: ${current.name}`}>
          {initial}
          <span className={classNames('contents', wide)}>
            <Lines {...current} />
            <ChevronsUpDown className="icon text-ink-2" aria-hidden />
          </span>
        </button>
      }
    >
      <MenuChoice label="Identity provider" value={chosen} onChange={choose} options={options} />
    </Menu>
  )
}
