import { ListChecks, ListTree, Plug, User, Users, type LucideIcon } from 'lucide-react'

export interface ShellProvider {
  slug: string
  name: string
  /** The line under the name: whether it has called, and when. */
  status: string
  users: number
  groups: number
}

interface NavigationLink {
  href: string
  title: string
  icon: LucideIcon
  /** Whose number stands beside it. */
  count?: 'users' | 'groups'
  /** Shows one provider's data: the link keeps the provider. */
  ofProvider?: true
  /** Can show all providers at once. */
  allProviders?: true
}

export const navigation: { title?: string; links: NavigationLink[] }[] = [
  {
    title: 'SCIM',
    links: [
      { href: '/attributes', title: 'Attributes', icon: ListTree, ofProvider: true },
      { href: '/users', title: 'Users', icon: User, count: 'users', ofProvider: true, allProviders: true },
      { href: '/groups', title: 'Groups', icon: Users, count: 'groups', ofProvider: true, allProviders: true },
      { href: '/sync-logs', title: 'Sync Logs', icon: ListChecks, ofProvider: true, allProviders: true },
    ],
  },
  { title: 'Setup', links: [{ href: '/providers', title: 'Identity providers', icon: Plug }] },
]

/** The entry that a path belongs to. */
export const linkOf = (path: string) =>
  navigation.flatMap((section) => section.links).find((link) => path === link.href || path.startsWith(`${link.href}/`))
