'use client'

import Link from 'next/link'
import { HelpLink } from '@/components/help/help-link'
import type { FirstCall } from '@/components/live/first-call'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'

interface Props {
  call: FirstCall
  slug: string
  /** How to make the identity provider call. */
  test: string
  /** Since when it is waited for, ISO 8601. */
  since: string
}

/** Waiting for the first call; green once it was answered, amber with the reason when it was refused. */
export const FirstCallNotice = (props: Props) => (
  <div role="status">
    <Told {...props} />
  </div>
)

function Told({ call, slug, test, since }: Props) {
  switch (call.state) {
    case 'waiting':
      return (
        <Notice title="Waiting for the first call" live>
          Listening since <Time at={since} exact />. {test}
        </Notice>
      )
    case 'called':
      return (
        <Notice tone="ok" title="The first call has come">
          The connection works: last call <Time at={call.at} />. Whoever is pushed appears here by themselves.
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="warn" title={`A call came, and was refused with ${call.about}`}>
          <Shown text={call.detail} />{' '}
          <Link href={`/sync-logs?provider=${slug}&open=${call.id}`} className="link">
            Open the call
          </Link>
          {call.help && (
            <>
              {' · '}
              <HelpLink {...call.help}>About {call.about}</HelpLink>
            </>
          )}
        </Notice>
      )
    case 'unknown':
      return (
        <Notice tone="warn" title="A call came with a token that this provider does not have">
          At <Time at={call.at} exact />, from {call.from}; it was answered with 401. Paste the token again, whole, or
          generate a new one. <HelpLink article="error-401">About 401</HelpLink>
        </Notice>
      )
  }
}
