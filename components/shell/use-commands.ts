'use client'

import { CircleHelp, Keyboard, Plug, SunMoon, User, Users, type LucideIcon } from 'lucide-react'
import { useHelp } from '../help/help-provider'
import { themes } from '../ui/preferences'
import { useTheme } from '../ui/theme'
import { useKeySheet } from './keyboard'
import { navigation, type ShellProvider } from './navigation'
import { useFound } from './use-found'

type Command = { key: string; title: string; detail?: string; icon: LucideIcon } & (
  { href: string } | { run: () => void }
)

export interface CommandGroup {
  title: string
  commands: Command[]
}

/** What fits the text: pages, providers and settings by any part of their names, people as they are found. */
export function useCommands(
  text: string,
  providers: ShellProvider[],
  chosen: string,
): { groups: CommandGroup[]; note: string } {
  const help = useHelp()
  const showKeys = useKeySheet()
  const [theme, setTheme] = useTheme()
  const { found, pending } = useFound(text)
  const words = text.trim().toLowerCase()
  const fits = ({ title, detail = '' }: Command) => `${title} ${detail}`.toLowerCase().includes(words)

  const pages = navigation.flatMap(({ links }) =>
    links.map(({ href, title, icon, ofProvider }): Command => ({
      key: href,
      title,
      icon,
      href: ofProvider && chosen ? `${href}?provider=${chosen}` : href,
    })),
  )
  const ofProviders = providers.map(({ slug, name, status }): Command => ({
    key: `provider ${slug}`,
    title: name,
    detail: status,
    icon: Plug,
    href: `/providers/${slug}`,
  }))
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const settings: Command[] = [
    { key: 'theme', title: 'Theme', detail: `${next} next`, icon: SunMoon, run: () => setTheme(next) },
    { key: 'keys', title: 'Keys', detail: 'what each one does', icon: Keyboard, run: showKeys },
    ...(help
      ? [
          {
            key: 'help',
            title: 'Help',
            detail: 'tables, filters and links',
            icon: CircleHelp,
            run: () => help.open('tables'),
          },
        ]
      : []),
  ]
  const entities = (path: string, icon: LucideIcon, list: NonNullable<typeof found>['users']) =>
    list.map(({ id, slug, name, detail, provider, active }): Command => ({
      key: id,
      title: name,
      detail: [detail, provider, active === false && 'inactive'].filter(Boolean).join(' · '),
      icon,
      href: `${path}?${new URLSearchParams({ provider: slug, open: id })}`,
    }))
  const groups = [
    { title: 'Users', commands: entities('/users', User, found?.users ?? []) },
    { title: 'Groups', commands: entities('/groups', Users, found?.groups ?? []) },
    { title: 'Pages', commands: pages.filter(fits) },
    { title: 'Identity providers', commands: ofProviders.filter(fits) },
    { title: 'More', commands: settings.filter(fits) },
  ].filter(({ commands }) => commands.length > 0)
  return { groups, note: noteOf(groups, pending, found?.failed) }
}

function noteOf(groups: CommandGroup[], pending: boolean, failed: boolean | undefined): string {
  if (pending) return 'Searching'
  if (failed) return 'Users and groups could not be searched: the database did not answer. Type on to try again.'
  return groups.length === 0 ? 'Nothing begins with that. Filters on a table’s page find parts of names too.' : ''
}
