'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { FirstCall } from '@/components/live/first-call'
import { pollDelay } from '@/components/live/live-state'
import { readJson } from '../read-json'

/**
 * Asks for a provider's first call every two seconds while the page is looked at, less often while nobody answers. A new row
 * in the log reads the page again: what was pushed takes the place of the steps.
 * @param known what the server knew when it drew the page
 */
export function useFirstCall(slug: string, known: FirstCall): FirstCall {
  const router = useRouter()
  const [call, setCall] = useState(known)
  const newest = useRef(known.newest)
  useEffect(() => {
    let failures = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const leaving = new AbortController()
    const look = async () => {
      if (document.hidden) return
      const { data } = await readJson<FirstCall>(`/api/providers/${slug}/first-call`, leaving.signal)
      if (leaving.signal.aborted) return
      failures = data ? 0 : failures + 1
      if (data) {
        setCall((before) => (JSON.stringify(before) === JSON.stringify(data) ? before : data))
        if (data.newest !== newest.current) router.refresh()
        newest.current = data.newest
      }
      again()
    }
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pollDelay(failures))
    }
    // Hidden, it stops; seen again, it asks at once.
    const turned = () => {
      clearTimeout(timer)
      if (!document.hidden) void look()
    }
    document.addEventListener('visibilitychange', turned)
    again()
    return () => {
      document.removeEventListener('visibilitychange', turned)
      leaving.abort()
      clearTimeout(timer)
    }
  }, [slug, router])
  return call
}
