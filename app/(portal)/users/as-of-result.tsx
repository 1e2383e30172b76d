import Link from 'next/link'
import { AttributeList } from '@/components/scim/attribute-list'
import { ChangeList } from '@/components/scim/change-list'
import { FactHeading } from '@/components/scim/fact-list'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import type { AsOfAnswer } from './as-of-answer'

/** What a user was like on a day, and what may have been otherwise. */
export function AsOfResult({ answer, provider }: { answer: AsOfAnswer; provider: string }) {
  switch (answer.kind) {
    case 'not-yet':
      return (
        <Notice title="Did not exist yet">
          The user was created on <Time at={answer.createdAt} exact />.
        </Notice>
      )
    case 'deleted':
      return (
        <Notice title="Was deleted by then">
          On <Time at={answer.deletedAt} exact />.{' '}
          <Link href={`/sync-logs?provider=${provider}&open=${answer.requestId}`} className="link">
            Open the call
          </Link>
        </Notice>
      )
    case 'too-many':
      return (
        <Notice title="Too many calls since">More than 20,000 were recorded since that day. Choose a later one.</Notice>
      )
    case 'there':
      return <There answer={answer} provider={provider} />
  }
}

function There({ answer, provider }: { answer: Extract<AsOfAnswer, { kind: 'there' }>; provider: string }) {
  const { values, since, groups } = answer
  return (
    <>
      <Doubts answer={answer} />
      <div>
        <FactHeading>Attribute values</FactHeading>
        {values ? (
          <AttributeList items={values} />
        ) : (
          <p className="text-ink-2">The values of a deleted user are not kept, so there is nothing to go back from.</p>
        )}
      </div>
      <div>
        <FactHeading>Direct groups</FactHeading>
        {groups.length === 0 && <p className="text-ink-2">In no group.</p>}
        <ul className="overflow-hidden rounded-m border border-line text-table empty:hidden">
          {groups.map(({ id, name, deleted }) => (
            <li key={id} className="border-b border-line px-2.5 py-1.5 [overflow-wrap:anywhere] last:border-0">
              {deleted ? (
                <>
                  <Shown text={name} /> <span className="text-ink-2">deleted since</span>
                </>
              ) : (
                <Link href={`/groups?provider=${provider}&open=${id}`} className="font-[540] hover:underline">
                  <Shown text={name} />
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
      {values && (
        <div>
          <FactHeading>From then to now</FactHeading>
          {since.length > 0 ? <ChangeList changes={since} /> : <p className="text-ink-2">The values are the same.</p>}
        </div>
      )}
    </>
  )
}

function Doubts({ answer }: { answer: Extract<AsOfAnswer, { kind: 'there' }> }) {
  const { unsure, redacted, deletedAt, reachesBackTo } = answer
  return (
    <>
      {deletedAt && (
        <Notice title="Deleted since">
          On <Time at={deletedAt} exact />.
        </Notice>
      )}
      {reachesBackTo && (
        <Notice tone="warn" title="The log does not reach back to that day">
          This is how it was on <Time at={reachesBackTo} exact />, when the log begins.
        </Notice>
      )}
      {redacted && (
        <Notice tone="warn" title="Some values are not in the log">
          They are left out of it by a setting of the identity provider, and are shown as [redacted].
        </Notice>
      )}
      {unsure.length > 0 && (
        <Notice tone="warn" title="Not certain">
          What the log recorded does not fit together for {unsure.join(', ')}: calls overlapped, or the provider’s
          schemas changed.
        </Notice>
      )}
    </>
  )
}
