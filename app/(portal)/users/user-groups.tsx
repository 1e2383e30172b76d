import Link from 'next/link'
import type { GroupOfUser } from '@/lib/directory/portal-memberships'

/** The groups of a user, each leading to its own drawer. */
export function UserGroups({ groups, provider }: { groups: GroupOfUser[]; provider: string }) {
  if (groups.length === 0) return <p className="text-ink-2">In no group.</p>
  return (
    <ul className="overflow-hidden rounded-m border border-line text-table">
      {groups.map(({ id, name, type }) => (
        <li
          key={id}
          className="flex items-center justify-between gap-3 border-b border-line px-2.5 py-1.5 last:border-0 hover:bg-sunken"
        >
          <Link
            href={`/groups?provider=${provider}&open=${id}`}
            className="min-w-0 truncate font-[540] hover:underline"
          >
            {name}
          </Link>
          <span className="shrink-0 text-ink-2">{type === 'direct' ? 'Direct' : 'Indirect'}</span>
        </li>
      ))}
    </ul>
  )
}
