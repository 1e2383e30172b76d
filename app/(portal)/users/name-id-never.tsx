import Link from 'next/link'
import { HelpLink } from '@/components/help/help-link'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import type { NameIdAnswer } from './name-id-action'

type Answer = Exclude<NameIdAnswer, { problem: string }>

/** Nobody of the name was ever made: whether it was tried, and what to do in the identity provider. */
export function NeverPushed({ answer, isNear, leave }: { answer: Answer; isNear: boolean; leave: () => void }) {
  const { refused, provider } = answer
  if (refused)
    return (
      <Notice
        tone="warn"
        title={
          <>
            A call about this user name was refused with {refused.status} on <Time at={refused.at} exact />
          </>
        }
      >
        <Shown text={refused.detail ?? ''} />{' '}
        <Link href={`/sync-logs?provider=${refused.provider}&open=${refused.id}`} onClick={leave} className="link">
          Open the call
        </Link>
      </Notice>
    )
  if (isNear) return null
  return (
    <Notice
      title={`${provider?.name ?? 'No identity provider'} ${provider ? 'never pushed' : 'pushed'} anybody of this name, as far as the log reaches`}
    >
      {advice[provider?.client ?? ''] ??
        'Assign the person to this application in the identity provider, and have it pushed.'}{' '}
      <HelpLink article="why-is-someone-missing">Why is someone missing?</HelpLink>
    </Notice>
  )
}

const advice: Record<string, string> = {
  okta: 'In Okta, look whether the person is assigned to the app. Who was assigned before provisioning was enabled is not pushed: unassign and assign them again. Failed pushes are under Dashboard, Tasks.',
  entra:
    'In Microsoft Entra ID, use Provision on demand for this person: it says whether they are in scope, and pushes them at once. Otherwise a cycle comes round about every 40 minutes.',
}
