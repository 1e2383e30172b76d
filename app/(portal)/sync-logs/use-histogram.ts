'use client'

import { useEffect, useRef, useState } from 'react'
import { askServer } from '@/components/ui/ask-server'
import type { Histogram } from '@/lib/sync-log/histogram'

interface Loaded {
  url: string
  histogram?: Histogram
  failed?: string
}

/** While the same calls are asked for again and again (Live), they are counted no more often than this, in ms. */
const pause = 5000

/**
 * The histogram at an address. While another one loads the last one stays.
 * @param readAt asks again when it changes: when the rows beside it were read
 */
export function useHistogram(url: string, readAt: string) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [attempt, setAttempt] = useState(0)
  const last = useRef({ url: '', at: 0, attempt: 0 })
  useEffect(() => {
    const leaving = new AbortController()
    const before = last.current
    const again = before.url === url && before.attempt === attempt
    const timer = setTimeout(
      async () => {
        last.current = { url, at: Date.now(), attempt }
        const answer = await read(url, leaving.signal)
        if (!leaving.signal.aborted) setLoaded({ url, ...answer })
      },
      again ? Math.max(0, before.at + pause - Date.now()) : 0,
    )
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [url, readAt, attempt])
  return {
    histogram: loaded?.histogram,
    failed: loaded?.url === url ? loaded.failed : undefined,
    pending: loaded?.url !== url,
    retry: () => {
      setLoaded(undefined)
      setAttempt((count) => count + 1)
    },
  }
}

async function read(url: string, signal: AbortSignal): Promise<Omit<Loaded, 'url'>> {
  try {
    const answer = await askServer(url, { signal })
    const body = (await answer.json()) as Histogram & { detail?: string }
    return answer.ok ? { histogram: body } : { failed: body.detail ?? `The server answered ${answer.status}.` }
  } catch {
    return { failed: 'The server did not answer.' }
  }
}
