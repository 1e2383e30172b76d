import Link from 'next/link'
import { HelpLink } from '@/components/help/help-link'
import { errorName } from '@/components/scim/error-name'
import { Fact, FactHeading, FactList } from '@/components/scim/fact-list'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import type { Provider } from '@/lib/providers/provider'
import type { CallDetails } from '@/lib/sync-log/found-calls'
import { adviceFor } from '@/lib/sync-log/refusal-advice'
import { errorArticle } from '@/lib/help/error-article'
import { askedFor, summarise } from '@/lib/sync-log/search-summary'
import { callersOf } from '../caller-names'
import { clientTitle } from '../client-names'

/** What happened, in sentences and facts. */
export async function LogSummary({ call, provider }: { call: CallDetails; provider: Provider }) {
  const caller = call.tokenId ? (await callersOf([provider.id])).get(call.tokenId) : undefined
  const idp = call.client ? clientTitle(call.client) : provider.name
  const advice = adviceFor(call, idp)
  const help = errorArticle(call)
  return (
    <>
      <p className="text-[15px] leading-[22px] font-medium [overflow-wrap:anywhere]">
        <Shown text={summarise(call, idp)} />
      </p>
      {advice && (
        <>
          <p className="mt-1 [overflow-wrap:anywhere]">
            <Shown text={askedFor(call)} /> Nothing was changed.
          </p>
          <Notice
            tone={call.status >= 500 ? 'bad' : 'warn'}
            className="mt-3"
            title={
              <>
                What to do in {idp}
                {call.scimType && <span className="mono ml-2 font-normal text-ink-2">{call.scimType}</span>}
              </>
            }
          >
            {advice} {help && <HelpLink {...help}>About {errorName(call)}</HelpLink>}
          </Notice>
        </>
      )}
      <div className="mt-4">
        <FactHeading>Call</FactHeading>
        <FactList>
          <Fact label="Request id" mono copy={call.id}>
            {call.id}
          </Fact>
          <Fact label="Request time" copy={call.at.toISOString()}>
            <Time at={call.at.toISOString()} exact />
          </Fact>
          <Fact label="Identity provider">{provider.name}</Fact>
          <Fact label="Client">
            {[
              call.client ? clientTitle(call.client) : 'not recognised',
              caller?.lastFour && `token ending ${caller.lastFour}`,
              caller?.client && `OAuth client ${caller.client}`,
              call.address && `from ${call.address}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </Fact>
        </FactList>
      </div>
      {call.resourceType && (
        <div className="mt-4">
          <FactHeading>{call.resourceType}</FactHeading>
          <FactList>
            {call.entityName && (
              <Fact label="Name" copy={call.entityName}>
                {call.entityName}
              </Fact>
            )}
            {call.entityId && (
              <Fact label="Internal id" mono copy={call.entityId}>
                <EntityLink call={call} provider={provider} />
              </Fact>
            )}
            {call.entityExternalId && (
              <Fact label="IdP id" mono copy={call.entityExternalId}>
                {call.entityExternalId}
              </Fact>
            )}
          </FactList>
          {call.entityId && (
            <p className="mt-3 text-table">
              <Link
                href={`/sync-logs?provider=${provider.slug}&payload=is:${encodeURIComponent(call.entityId)}`}
                className="link"
              >
                All that touched this {call.resourceType.toLowerCase()}
              </Link>
            </p>
          )}
        </div>
      )}
    </>
  )
}

const EntityLink = ({ call, provider }: { call: CallDetails; provider: Provider }) => (
  <Link
    href={`/${call.resourceType === 'Group' ? 'groups' : 'users'}?provider=${provider.slug}&open=${call.entityId}`}
    className="link"
  >
    {call.entityId}
  </Link>
)
