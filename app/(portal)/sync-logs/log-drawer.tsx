import { RowDrawer } from '@/components/data-table/row-drawer'
import { ChangeList, type ShownChange } from '@/components/scim/change-list'
import { StatusCode } from '@/components/scim/status-code'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import { formatDuration } from '@/components/ui/format-number'
import type { Provider } from '@/lib/providers/provider'
import { describe } from '@/lib/sync-log/describe'
import { callDetails } from '@/lib/sync-log/found-calls'
import { GoneDrawer } from '../gone-drawer'
import { CurlCopy } from './curl-copy'
import { LogBody } from './log-body'
import { LogNotes } from './log-notes'
import { LogSummary } from './log-summary'

/** Sync Log Details: one call, what it changed, what was sent and answered. */
export async function LogDrawer({ id, providers }: { id: string; providers: Provider[] }) {
  const call = await callDetails(id)
  const provider = call && providers.find((each) => each.id === call.providerId)
  if (!call || !provider) return <GoneDrawer noun="call" deleted={undefined} />
  const changes = (call.changes ?? []) as unknown as ShownChange[]
  const notes = call.notes ?? []
  return (
    <RowDrawer
      title={describe(call)}
      subtitle={
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="mono [overflow-wrap:anywhere]">
            {call.method} <Shown text={call.url} longest={500} />
          </span>
          <StatusCode status={call.status} />
          <Time at={call.at.toISOString()} exact />
          <span className="tabular-nums">{formatDuration(call.durationMs)}</span>
        </p>
      }
      tabs={[
        { id: 'summary', label: 'Summary', content: <LogSummary call={call} provider={provider} /> },
        {
          id: 'changes',
          label: count('Changes', changes.length),
          content:
            changes.length > 0 ? (
              <ChangeList changes={changes} />
            ) : (
              <p className="text-ink-2">No attribute was changed.</p>
            ),
        },
        {
          id: 'request',
          label: 'Request',
          content: (
            <>
              <CurlCopy call={call} provider={provider} />
              <LogBody what="Request" text={call.request} cut={call.requestCut} kept={call.bodiesKept} />
            </>
          ),
        },
        {
          id: 'response',
          label: 'Response',
          content: <LogBody what="Response" text={call.response} cut={call.responseCut} kept={call.bodiesKept} />,
        },
        { id: 'notes', label: count('Notes', notes.length), content: <LogNotes notes={notes} /> },
      ]}
    />
  )
}

const count = (label: string, n: number) => (n > 0 ? `${label} ${n}` : label)
