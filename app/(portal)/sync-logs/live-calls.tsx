'use client'

import { Radio } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useState, useTransition } from 'react'
import { useTableView } from '@/components/data-table/table-view'
import { liveWords, newCalls } from '@/components/live/live-state'
import { useFreshMarks } from '@/components/live/use-fresh-marks'
import { useKeptRow } from '@/components/live/use-kept-row'
import { useLive } from '@/components/live/use-live'
import { useSwitch } from '@/components/live/use-switch'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { printView } from '@/lib/tables/view-state'

/** As /api/tables/sync-logs/newer counts. */
const most = 1000

/** Live: new calls come on top by themselves while it is on. */
export function LiveCalls() {
  const { spec, shown, view, outcome } = useTableView()
  const router = useRouter()
  const [on, turn] = useSwitch('sync-logs live')
  const [said, say] = useState('')
  const [reading, start] = useTransition()
  const ids = 'rows' in outcome ? outcome.rows.map(({ id }) => id) : []
  const query = printView(spec, { ...shown, cursor: undefined, open: undefined, tab: undefined, saved: undefined })
  const url = `/api/tables/sync-logs/newer?${query}&after=${ids[0] ?? ''}`
  const failed = 'error' in outcome
  const onNew = useCallback(
    (count: number) => {
      // A page that could not be read is read again: nothing in it is new.
      if (!failed) say(newCalls(count, most))
      // The same words again would not be said again.
      setTimeout(() => say(''), 6000)
      start(() => router.refresh())
    },
    [router, failed],
  )
  const pause = view.open ? 'drawer' : view.cursor ? 'page' : undefined
  const state = useLive(on && !reading, url, pause, onNew)
  useFreshMarks(on, ids, query)
  useKeptRow(on, outcome)

  const words = liveWords(state)
  const calm = !state.pause && state.failures === 0
  return (
    <>
      {on && !calm && <span className="text-table text-ink-2 max-wide:hidden">{words}</span>}
      <Tooltip label={on ? words : 'Show new calls as they come'}>
        <Button
          role="switch"
          aria-checked={on}
          onClick={() => {
            say('')
            turn(!on)
          }}
          className={on ? 'border-accent! bg-accent-tint! text-accent! [&>svg]:text-accent!' : undefined}
        >
          <Radio aria-hidden className={classNames(on && calm && 'animate-breathe')} />
          Live
          {on && state.pause && <span className="font-normal">· paused</span>}
          {on && !state.pause && state.failures > 0 && <span className="font-normal">· no answer</span>}
        </Button>
      </Tooltip>
      <span role="status" className="sr-only">
        {on ? (calm ? said : words) : ''}
      </span>
    </>
  )
}
