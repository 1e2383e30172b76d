import Link from 'next/link'
import type { ReactNode } from 'react'
import { ActiveChip } from '@/components/scim/active-chip'
import { formatNumber } from '@/components/ui/format-number'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import type { ShownUser } from './name-id-action'

const state = ({ how, active }: ShownUser) => (how === 'deleted' ? 'deleted' : active ? 'active' : 'inactive')

/** A user that a NameID stands for or comes near: why, whether active, and its groups. */
export function FittingUserLine({ user, leave }: { user: ShownUser; leave: () => void }) {
  const { id, provider, userName, displayName, endedAt, endedRequest } = user
  return (
    <li className="grid gap-0.5 border-b border-line px-2.5 py-2 text-table last:border-0">
      <p className="flex flex-wrap items-center gap-x-2">
        <Link
          href={`/users?provider=${provider}&open=${id}`}
          onClick={leave}
          className="link font-[560] [overflow-wrap:anywhere]"
        >
          <Shown text={userName} longest={200} />
        </Link>
        {displayName && (
          <span className="text-ink-2 [overflow-wrap:anywhere]">
            <Shown text={displayName} longest={200} />
          </span>
        )}
        <ActiveChip state={state(user)} />
        {endedAt && (
          <span className="text-ink-2">
            since <Time at={endedAt} exact />
          </span>
        )}
        {endedRequest && (
          <Link href={`/sync-logs?provider=${provider}&open=${endedRequest}`} onClick={leave} className="link">
            Open the call
          </Link>
        )}
      </p>
      <p className="text-ink-2 [overflow-wrap:anywhere]">
        {user.how === 'name' ? <Groups user={user} leave={leave} /> : <Shown text={reason(user)} />}
      </p>
    </li>
  )
}

function Groups({
  user: { groups, groupsInAll, id, provider },
  leave,
}: {
  user: ShownUser
  leave: () => void
}): ReactNode {
  if (groupsInAll === 0) return 'Directly in no group.'
  const more = groupsInAll - groups.length
  return (
    <>
      Directly in <Shown text={groups.map(({ name }) => name).join(', ')} />
      {more > 0 && ` and ${formatNumber(more)} more`}.{' '}
      <Link href={`/users?provider=${provider}&open=${id}&tab=groups`} onClick={leave} className="link">
        All groups
      </Link>
    </>
  )
}

function reason({ how, lastRealName, userName, active }: ShownUser): string {
  switch (how) {
    case 'formerly':
      if (lastRealName)
        return `Was called so. Microsoft Entra ID deleted the person and marked the user name for that: it is “${userName}” now.`
      return active
        ? 'Was called so until it was renamed.'
        : 'Was called so: renamed, or another person took the name over.'
    case 'email':
      return 'Has it as e-mail address, not as user name: the NameID is mapped to another attribute than userName.'
    case 'externalId':
      return 'Has it as externalId, not as user name: the NameID is mapped to another attribute than userName.'
    case 'domain':
      return 'Same name before the @, at another domain: user principal name on one side, e-mail on the other, or a domain that changed.'
    case 'short':
      return 'Has the part before the @ as user name: userName comes from a login name without domain.'
    case 'deleted':
      return 'Was deleted by the identity provider. To have access the person has to be provisioned again.'
    default:
      return ''
  }
}
