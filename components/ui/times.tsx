'use client'

import { createContext, use, useCallback, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { keepPreference, type Times } from './preferences'

interface TimesValue {
  mode: Times
  /** The zone that times are shown in. */
  zone: string
  /** The browser's own zone. */
  localZone: string
  setMode(mode: Times): void
  /** When the server drew the page, in ms since 1970. */
  drawn: number
}

const TimesContext = createContext<TimesValue | undefined>(undefined)

const never = () => () => {}
let browserZone: string | undefined
function readBrowserZone(): string {
  if (browserZone === undefined) {
    browserZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    // So that the server draws the next page in this zone at once.
    keepPreference('zone', browserZone)
  }
  return browserZone
}

/** Local time or UTC, for every time on the page. `zone` is what the server drew with. */
export function TimesProvider({
  times,
  zone,
  drawn,
  children,
}: {
  times: Times
  zone: string
  drawn: number
  children: ReactNode
}) {
  const [mode, choose] = useState(times)
  const localZone = useSyncExternalStore(never, readBrowserZone, () => zone)
  const setMode = useCallback((next: Times) => {
    choose(next)
    keepPreference('times', next)
  }, [])
  const value = useMemo(
    () => ({ mode, localZone, zone: mode === 'utc' ? 'UTC' : localZone, setMode, drawn }),
    [mode, localZone, setMode, drawn],
  )
  return <TimesContext value={value}>{children}</TimesContext>
}

export function useTimes(): TimesValue {
  const value = use(TimesContext)
  if (!value) throw new Error('Times are shown below <TimesProvider> only.')
  return value
}
