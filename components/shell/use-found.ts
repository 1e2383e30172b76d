'use client'

import { useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server'

interface FoundEntity {
  id: string
  slug: string
  provider: string | null
  name: string
  detail: string
  active?: boolean
}

interface Found {
  words: string
  users: FoundEntity[]
  groups: FoundEntity[]
  failed?: boolean
}

/** Milliseconds after the last letter. */
const PAUSE = 120
/** One letter would find whoever comes first. */
const FEWEST = 2

/** Users and groups whose names begin so; what was found last stays until there is more. */
export function useFound(text: string): { found: Found | undefined; pending: boolean } {
  const [found, setFound] = useState<Found>()
  const words = text.trim()
  const asks = words.length >= FEWEST
  useEffect(() => {
    if (!asks) return
    const stop = new AbortController()
    const ask = async () => {
      try {
        const answer = await askServer(`/api/find?${new URLSearchParams({ q: words })}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        setFound({ words, ...((await answer.json()) as Pick<Found, 'users' | 'groups'>) })
      } catch {
        if (!stop.signal.aborted) setFound({ words, users: [], groups: [], failed: true })
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, asks])
  return asks ? { found, pending: found?.words !== words } : { found: undefined, pending: false }
}
