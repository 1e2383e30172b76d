'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { clientTitle } from '../../client-names'

export interface ConnectionFacts {
  name: string
  enabled: boolean
  client: string | null
  /** ISO 8601; undefined before the first call. */
  lastCallAt?: string
}

/**
 * Whether the identity provider has called. While its first call is awaited, the page looks again every few seconds.
 * @param test how to make it call
 * @param waiting it has a token to call with
 */
export function ConnectionState(props: ConnectionFacts & { test: string; waiting: boolean }) {
  const awaiting = props.enabled && props.waiting && !props.lastCallAt
  useRefresh(awaiting ? 5000 : 0)
  if (!props.enabled)
    return (
      <Notice tone="warn" title="SCIM Sync is off">
        Calls are answered with 403 and change nothing.
      </Notice>
    )
  if (props.lastCallAt)
    return (
      <Notice title="Connected">
        Last call <Time at={props.lastCallAt} />
        {props.client && <>, recognised as {clientTitle(props.client)}</>}.
      </Notice>
    )
  if (!props.waiting) return <Notice title={`${props.name} can't call yet`}>Generate a token first.</Notice>
  return (
    <div role="status">
      <Notice title="Waiting for the first call">{props.test} It shows here within ten seconds.</Notice>
    </div>
  )
}

/** Reads the page again at intervals (ms, 0 for never) while it is looked at. */
function useRefresh(every: number) {
  const router = useRouter()
  useEffect(() => {
    if (every === 0) return
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), every)
    return () => clearInterval(timer)
  }, [every, router])
}
