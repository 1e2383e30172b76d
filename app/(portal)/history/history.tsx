'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Timeline } from '@/components/scim/timeline'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { readJson } from '../read-json'
import type { HistoryAnswer, HistoryEntry } from './history-entry'
import { HistoryLine } from './history-line'

interface Props {
  of: 'users' | 'groups'
  id: string
  /** A provider's slug. */
  provider: string
}

/** What changed a user or group, newest first, a page at a time. `key` it by the id: another one begins anew. */
export function History({ of, id, provider }: Props) {
  const [pages, setPages] = useState<HistoryAnswer[]>([])
  const [asked, setAsked] = useState({ before: '', attempt: 0 })
  const [failed, setFailed] = useState<string>()
  const [pending, setPending] = useState(true)
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      const query = asked.before && `?before=${asked.before}`
      const { data, failed } = await readJson<HistoryAnswer>(`/api/tables/${of}/${id}/history${query}`, leaving.signal)
      if (leaving.signal.aborted) return
      if (data) setPages((shown) => [...shown, data])
      setFailed(failed)
      setPending(false)
    }
    void ask()
    return () => leaving.abort()
  }, [of, id, asked])
  const ask = (before: string) => {
    setPending(true)
    setFailed(undefined)
    setAsked({ before, attempt: asked.attempt + 1 })
  }
  const entries = pages.flatMap((page) => page.entries)
  const last = pages.at(-1)

  return (
    <section aria-label="History" aria-busy={pending}>
      <Timeline label="Changes, newest first">
        {entries.map((entry) => (
          <HistoryLine key={`${entry.id} ${entry.before}`} entry={entry} provider={provider} />
        ))}
      </Timeline>
      {pending && pages.length === 0 && <Waiting />}
      {failed && (
        <Notice tone="bad" title={failed} action={<Button onClick={() => ask(asked.before)}>Try again</Button>} />
      )}
      {last?.earlier && !failed && (
        <div className="flex items-center gap-3">
          <Button disabled={pending} onClick={() => ask(last.earlier ?? '')}>
            Earlier
          </Button>
          {last.entries.length === 0 && (
            <span className="text-table text-ink-2">Thousands of calls that changed nothing lie between.</span>
          )}
        </div>
      )}
      {last && !last.earlier && <End last={last} oldest={entries.at(-1)} />}
      {last && (
        <p className="mt-3 text-table">
          <Link href={`/sync-logs?provider=${provider}&payload=is:${id}&time=90d`} className="link">
            Every call that touched this {of === 'users' ? 'user' : 'group'}
          </Link>
        </p>
      )}
    </section>
  )
}

/** What stands below the oldest line. */
function End({ last, oldest }: { last: HistoryAnswer; oldest: HistoryEntry | undefined }) {
  if (oldest?.first) return null
  if (last.reachesBackTo)
    return (
      <p className="text-table text-ink-2">
        {!oldest && 'No recorded call changed anything. '}
        The log does not reach back further than <Time at={last.reachesBackTo} exact />.
      </p>
    )
  return <p className="text-ink-2">No call is recorded yet.</p>
}

const Waiting = () => (
  <div className="grid gap-4 py-2">
    <Skeleton className="w-2/3" />
    <Skeleton className="w-1/2" />
    <Skeleton className="w-3/5" />
  </div>
)
