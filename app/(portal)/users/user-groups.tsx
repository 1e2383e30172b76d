import Link from 'next/link'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import type { GroupOfUser } from '@/lib/directory/portal-memberships'

/** The groups of a user: how they came to be in each, since when, and by which call. */
export function UserGroups({ groups, provider }: { groups: GroupOfUser[]; provider: string }) {
  if (groups.length === 0) return <p className="text-ink-2">In no group.</p>
  const address = (id: string) => `/groups?provider=${provider}&open=${id}`
  return (
    <ul className="overflow-hidden rounded-m border border-line text-table">
      {groups.map(({ id, name, through, since, requestId }) => (
        <li key={id} className="border-b border-line px-2.5 py-1.5 last:border-0 hover:bg-sunken">
          <Link
            href={address(id)}
            className="block min-h-6 leading-6 font-[540] [overflow-wrap:anywhere] hover:underline"
          >
            <Shown text={name} longest={200} />
          </Link>
          <p className="flex flex-wrap gap-x-2 text-small leading-6! text-ink-2">
            <span className="[overflow-wrap:anywhere]">
              {through ? (
                <>
                  Through{' '}
                  <Link href={address(through.id)} className="link">
                    <Shown text={through.name} longest={200} />
                  </Link>
                  , a member of it since{' '}
                </>
              ) : (
                'Direct, since '
              )}
              <Time at={since.toISOString()} exact />
            </span>
            <Link href={`/sync-logs?provider=${provider}&open=${requestId}`} className="link">
              Open the call
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
