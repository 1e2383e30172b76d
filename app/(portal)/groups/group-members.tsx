'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { ActiveChip } from '@/components/scim/active-chip'
import { Button } from '@/components/ui/button'
import { formatNumber } from '@/components/ui/format-number'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { Skeleton } from '@/components/ui/skeleton'
import { readJson } from '../read-json'

interface Member {
  kind: 'user' | 'group' | 'unresolved'
  id: string
  name: string
  displayName: string | null
  active: boolean | null
}

interface Answer {
  members: Member[]
  total: number
  rows: number
}

interface Loaded extends Answer {
  key: string
  failed?: string
}

const none: Answer = { members: [], total: 0, rows: 0 }

const pause = 250

/** The direct members of a group, page by page, with a search by name. */
export function GroupMembers({ id, provider }: { id: string; provider: string }) {
  const [find, setFind] = useState('')
  const [page, setPage] = useState(1)
  const [again, setAgain] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>()
  const key = `${id} ${page} ${again} ${find}`
  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      const address = `/api/tables/groups/${id}/members?${new URLSearchParams({ page: String(page), find })}`
      const { data = none, failed } = await readJson<Answer>(address, stop.signal)
      if (!stop.signal.aborted) setLoaded({ key, ...data, ...(failed && { failed }) })
    }
    const timer = setTimeout(() => void ask(), find ? pause : 0)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [id, page, find, key])
  const pending = loaded?.key !== key

  return (
    <section aria-label="Members" aria-busy={pending} className="grid gap-2">
      <Input
        type="search"
        aria-label="Find a member by name"
        placeholder="Find by name"
        value={find}
        onChange={({ target }) => {
          setFind(target.value)
          setPage(1)
        }}
        className="max-w-64"
      />
      {loaded?.failed ? (
        <Notice
          tone="bad"
          title={loaded.failed}
          action={<Button onClick={() => setAgain(again + 1)}>Try again</Button>}
        />
      ) : (
        <Members loaded={loaded} provider={provider} find={find} />
      )}
      {loaded && loaded.total > loaded.rows && (
        <nav aria-label="Pages of members" className="flex items-center gap-2 text-table text-ink-2 tabular-nums">
          <span className="flex-1">
            {formatNumber((page - 1) * loaded.rows + 1)}–{formatNumber(Math.min(page * loaded.rows, loaded.total))} of{' '}
            {formatNumber(loaded.total)}
          </span>
          <Button disabled={page === 1 || pending} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <Button disabled={page * loaded.rows >= loaded.total || pending} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </nav>
      )}
    </section>
  )
}

function Members({ loaded, provider, find }: { loaded: Loaded | undefined; provider: string; find: string }) {
  if (!loaded)
    return (
      <div className="grid gap-4 py-2">
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
        <Skeleton className="w-3/5" />
      </div>
    )
  if (loaded.members.length === 0)
    return <p className="text-ink-2">{find ? 'No member has such a name.' : 'Nobody is in this group.'}</p>
  return (
    <ul className="overflow-hidden rounded-m border border-line text-table">
      {loaded.members.map((member) => (
        <li
          key={`${member.kind} ${member.id}`}
          className="flex items-center justify-between gap-3 border-b border-line px-2.5 py-1.5 last:border-0 hover:bg-sunken"
        >
          <Name member={member} provider={provider} />
          <Kind member={member} />
        </li>
      ))}
    </ul>
  )
}

function Name({ member, provider }: { member: Member; provider: string }) {
  if (member.kind === 'unresolved')
    return (
      <span className="mono min-w-0 truncate">
        <Shown text={member.name} longest={200} />
      </span>
    )
  const page = member.kind === 'group' ? '/groups' : '/users'
  return (
    <Link href={`${page}?provider=${provider}&open=${member.id}`} className="flex min-w-0 gap-2 hover:underline">
      <span className="truncate font-[540]">
        <Shown text={member.name} longest={200} />
      </span>
      {member.displayName && (
        <span className="truncate text-ink-2">
          <Shown text={member.displayName} longest={200} />
        </span>
      )}
    </Link>
  )
}

function Kind({ member }: { member: Member }) {
  if (member.kind === 'group') return <span className="text-ink-2">Group</span>
  if (member.kind === 'unresolved')
    return (
      <span className="text-warn" title="The identity provider named this id, and nobody has it.">
        Unresolved
      </span>
    )
  return <ActiveChip state={member.active ? 'active' : 'inactive'} />
}
