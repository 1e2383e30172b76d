'use client'

import { useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server'

interface Loaded<T> {
  url: string
  data?: T
  failed?: true
}

const kept = new Map<string, unknown>()

/**
 * Reads JSON from this server, and keeps what it read until the page is loaded anew.
 * @param url null reads nothing
 * @param wait milliseconds before asking, for what is being typed
 */
export function useJson<T>(url: string | null, wait = 0): { data?: T; failed: boolean; retry: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ url: '' })
  const [attempt, setAttempt] = useState(0)
  const known = url === null ? undefined : (kept.get(url) as T | undefined)

  useEffect(() => {
    if (url === null || kept.has(url)) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await askServer(url, { signal: leaving.signal })
        if (!answer.ok) throw new Error(`${answer.status}`)
        const data = (await answer.json()) as T
        kept.set(url, data)
        setLoaded({ url, data })
      } catch {
        if (!leaving.signal.aborted) setLoaded({ url, failed: true })
      }
    }, wait)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [url, wait, attempt])

  return {
    data: known ?? loaded.data,
    failed: known === undefined && loaded.url === url && loaded.failed === true,
    retry: () => {
      setLoaded({ url: '' })
      setAttempt((before) => before + 1)
    },
  }
}
