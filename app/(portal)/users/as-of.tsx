'use client'

import { useEffect, useState } from 'react'
import { useTableView } from '@/components/data-table/table-view'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useNow } from '@/components/ui/now'
import { Skeleton } from '@/components/ui/skeleton'
import { useTimes } from '@/components/ui/times'
import { printView } from '@/lib/tables/view-state'
import { readJson, type Answered } from '../read-json'
import type { AsOfAnswer } from './as-of-answer'
import { asOfTab, dayAt, endOfDay } from '@/lib/tables/as-of-day'
import { AsOfResult } from './as-of-result'

type Loaded = Answered<AsOfAnswer> & { address: string }

const DAY_MS = 24 * 60 * 60 * 1000

/** A user as it was at the end of a day; the day stands in the address. `provider` is a slug. */
export function AsOf({ id, provider, day: given }: { id: string; provider: string; day?: string }) {
  const { spec, view } = useTableView()
  const { mode, zone, drawn } = useTimes()
  const now = useNow(drawn)
  const today = dayAt(now, zone)
  const [day, setDay] = useState(given ?? dayAt(new Date(now.getTime() - DAY_MS), zone))
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>()
  const until = endOfDay(day, mode)?.toISOString()
  const address = until && `/api/tables/users/${id}/as-of?until=${until}`

  useEffect(() => {
    if (!address) return
    const leaving = new AbortController()
    const ask = async () => {
      const answer = await readJson<AsOfAnswer>(address, leaving.signal)
      if (!leaving.signal.aborted) setLoaded({ ...answer, address })
    }
    void ask()
    return () => leaving.abort()
  }, [address, attempt])

  const choose = (next: string) => {
    setDay(next)
    const tab = asOfTab(endOfDay(next, mode) ? next : undefined)
    window.history.replaceState(null, '', `?${printView(spec, { ...view, tab })}`)
  }
  const pending = address !== undefined && loaded?.address !== address

  return (
    <section aria-label="As of" aria-busy={pending} className="grid gap-4">
      <Field label="As of the end of" hint={mode === 'utc' ? 'The day in UTC.' : 'The day in your time zone.'}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={day}
            max={today}
            onChange={({ target }) => choose(target.value)}
            className="max-w-44"
          />
        )}
      </Field>
      {!address ? (
        <p className="text-ink-2">Choose a day.</p>
      ) : loaded?.failed ? (
        <Notice
          tone="bad"
          title={loaded.failed}
          action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
        />
      ) : loaded?.data && !pending ? (
        <AsOfResult answer={loaded.data} provider={provider} />
      ) : (
        <div className="grid gap-4 py-2">
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
        </div>
      )}
    </section>
  )
}
