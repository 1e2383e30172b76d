'use client'

import { useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server'
import { pollDelay, type Pause } from './live-state'

interface Polled {
  failures: number
  pause?: Pause
}

/**
 * Looks for new rows again and again while it is on, the page is seen and nothing is in the way.
 * @param url answers `{ newer }`: how many rows came
 * @param pause what else is in the way
 * @param onNew some came; resolves once they are shown
 */
export function useLive(on: boolean, url: string, pause: Pause | undefined, onNew: (count: number) => void): Polled {
  const [polled, setPolled] = useState<Polled>({ failures: 0 })
  useEffect(() => {
    if (!on || pause) return
    let failures = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const leaving = new AbortController()
    const again = () => {
      timer = setTimeout(() => void look(), pollDelay(failures))
    }
    const look = async () => {
      const held = heldBy()
      if (held) {
        setPolled((before) => (before.pause === held ? before : { ...before, pause: held }))
        // Soon, so that it goes on at once when the menu closes.
        timer = setTimeout(() => void look(), 500)
        return
      }
      const newer = await ask(url, leaving.signal)
      if (leaving.signal.aborted) return
      failures = newer === undefined ? failures + 1 : 0
      setPolled((before) => (before.failures === failures && !before.pause ? before : { failures }))
      if (newer) onNew(newer)
      again()
    }
    const shown = () => {
      if (document.hidden) return
      clearTimeout(timer)
      void look()
    }
    document.addEventListener('visibilitychange', shown)
    again()
    return () => {
      document.removeEventListener('visibilitychange', shown)
      leaving.abort()
      clearTimeout(timer)
    }
  }, [on, url, pause, onNew])
  return pause ? { failures: 0, pause } : polled
}

/** What the document says is in the way; it holds whatever part of the page opened it. */
function heldBy(): Pause | undefined {
  if (document.hidden) return 'hidden'
  if (document.querySelector('[role=menu],[role=listbox],[data-radix-popper-content-wrapper] [role=dialog]'))
    return 'menu'
  if (document.querySelector('tr[data-row][aria-selected=true], tr[data-row] input:checked')) return 'selection'
  const selected = document.getSelection()
  const text = selected && !selected.isCollapsed ? selected.anchorNode?.parentElement?.closest('tr[data-row]') : null
  return text ? 'selection' : undefined
}

/** How many came; undefined where nobody answered. */
async function ask(url: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    const answer = await askServer(url, { signal, cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as { newer: number }).newer : undefined
  } catch {
    return undefined
  }
}
