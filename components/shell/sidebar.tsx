'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '../ui/class-names'
import { Tooltip } from '../ui/tooltip'
import { AdminMenu, type ShellAdmin } from './admin-menu'
import { Mark } from './mark'
import { linkOf, navigation, type ShellProvider } from './navigation'
import { ProviderSwitcher } from './provider-switcher'

export interface SidebarProps {
  providers: ShellProvider[]
  /** A slug, `all`, or `''` when there is none. */
  chosen: string
  admin: ShellAdmin
  signOut: () => Promise<void>
  /** Icons alone while the window is not wide. */
  rail?: boolean
}

const numbers = new Intl.NumberFormat('en')

/** Mark, provider, pages, admin. */
export function Sidebar({ providers, chosen, admin, signOut, rail }: SidebarProps) {
  const here = linkOf(usePathname())
  const shown = providers.filter((provider) => chosen === 'all' || provider.slug === chosen)
  const label = rail ? 'max-wide:sr-only' : undefined
  return (
    <>
      <Link href="/users" prefetch={false} className="flex items-center gap-2.5 rounded-m px-2 pt-1 pb-1 font-semibold">
        <Mark className="size-5 shrink-0 text-accent shrink-0" />
        <span className={classNames('text-[15px] tracking-tight', label)}>Rollcall</span>
      </Link>
      <div className="pt-2.5 pb-1">
        <ProviderSwitcher providers={providers} chosen={chosen} rail={rail} />
      </div>
      <nav aria-label="Pages" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {navigation.map((section) => (
          <section key={section.title} className={rail ? 'max-wide:mt-3' : undefined}>
            <h2 className={classNames('px-2 pt-3 pb-1 text-small font-medium text-ink-2', rail && 'max-wide:sr-only')}>
              {section.title}
            </h2>
            <ul className="grid gap-0.5 p-px">
              {section.links.map((link) => {
                const { count } = link
                const total = count && shown.reduce((sum, provider) => sum + provider[count], 0)
                return (
                  <li key={link.href}>
                    <Tooltip label={link.title} side="right" className={rail ? 'wide:hidden' : 'hidden'}>
                      {/* A prefetch would render every page's frame anew with each page that is opened. */}
                      <Link
                        prefetch={false}
                        href={link.ofProvider && chosen ? `${link.href}?provider=${chosen}` : link.href}
                        aria-current={link === here ? 'page' : undefined}
                        className="group flex h-[30px] items-center gap-2.5 rounded-m px-2 hover:bg-off-tint aria-[current=page]:bg-surface aria-[current=page]:font-[560] aria-[current=page]:ring aria-[current=page]:ring-line"
                      >
                        <link.icon
                          aria-hidden
                          className="icon text-ink-2 group-aria-[current=page]:text-accent max-wide:mx-auto"
                        />
                        <span className={classNames('min-w-0 flex-1 truncate', label)}>{link.title}</span>
                        <Loading />
                        {count && shown.length > 0 && (
                          <span
                            className={classNames(
                              'text-small font-normal text-ink-2 tabular-nums',
                              rail && 'max-wide:hidden',
                            )}
                          >
                            {numbers.format(total ?? 0)}
                          </span>
                        )}
                      </Link>
                    </Tooltip>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </nav>
      <div className="border-t border-line pt-1.5">
        <AdminMenu admin={admin} signOut={signOut} rail={rail} />
      </div>
    </>
  )
}

/** A dot at the link that was followed, while its page is on the way. */
function Loading() {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />
}
