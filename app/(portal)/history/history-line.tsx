import Link from 'next/link'
import { Fragment } from 'react'
import { ChangeList } from '@/components/scim/change-list'
import { shortenMiddle } from '@/components/data-table/shorten-middle'
import { StatusCode } from '@/components/scim/status-code'
import { TimelineEntry } from '@/components/scim/timeline'
import { formatDuration, formatNumber } from '@/components/ui/format-number'
import { markedText } from '@/components/ui/hidden-characters'
import { Shown } from '@/components/ui/shown'
import type { HistoryEntry, NamedResource } from './history-entry'

/** One call of a history: what it did, by whom, what changed, and the way to the call itself. */
export const HistoryLine = ({ entry, provider }: { entry: HistoryEntry; provider: string }) => (
  <TimelineEntry
    at={entry.at}
    tone={entry.tone}
    title={
      <>
        <span className="font-[560]">
          {entry.before}
          {entry.named && (
            <>
              {' '}
              <Name of={entry.named} />
            </>
          )}
          {entry.after}
        </span>{' '}
        by {entry.by}
      </>
    }
  >
    {entry.detail && (
      <p className="text-table text-ink-2 [overflow-wrap:anywhere]">
        <Shown text={entry.detail} />
      </p>
    )}
    {entry.changes.length > 0 && <ChangeList changes={entry.changes} />}
    <Moved sign="+" what="Came" named={entry.came} inAll={entry.cameInAll} />
    <Moved sign="−" what="Went" named={entry.went} inAll={entry.wentInAll} />
    <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
      <span className="mono max-w-full truncate" title={markedText(`${entry.method} ${entry.url}`)}>
        {entry.method} <Shown text={shortUrl(entry.url)} longest={200} />
      </span>
      <StatusCode status={entry.status} />
      <span className="tabular-nums">{formatDuration(entry.durationMs)}</span>
      {entry.caller && <span>{entry.caller}</span>}
      <Link href={`/sync-logs?provider=${provider}&open=${entry.id}`} className="link">
        Open the call
      </Link>
    </p>
  </TimelineEntry>
)

/** Ids in a path are shortened; the whole of it is on hover and in the call. */
const shortUrl = (url: string) =>
  url.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, (id) => shortenMiddle(id))

const Name = ({ of }: { of: NamedResource }) =>
  of.href ? (
    <Link href={of.href} className="link">
      <Shown text={of.name} longest={200} />
    </Link>
  ) : (
    <Shown text={of.name} longest={200} />
  )

/** Who came or went: the first by name, the rest counted. */
function Moved({ sign, what, named, inAll }: { sign: string; what: string; named: NamedResource[]; inAll: number }) {
  if (inAll === 0) return null
  const rest = inAll - named.length
  return (
    <p className="text-table [overflow-wrap:anywhere]">
      <span aria-hidden className={sign === '+' ? 'mono text-ok' : 'mono text-bad'}>
        {sign}{' '}
      </span>
      <span className="sr-only">{what}: </span>
      {named.map((each, at) => (
        <Fragment key={each.href ?? each.name}>
          {at > 0 && ', '}
          <Name of={each} />
        </Fragment>
      ))}
      {rest > 0 &&
        (named.length > 0
          ? ` and ${formatNumber(rest)} more`
          : `${formatNumber(rest)} ${rest === 1 ? 'member' : 'members'}`)}
    </p>
  )
}
