'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A switch that lasts as long as the browser's tab, and is off in others: nobody finds it on in a link. */
export function useSwitch(name: string): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => sessionStorage.getItem(name) === 'on',
    () => false,
  )
  return [
    on,
    (next) => {
      if (next) sessionStorage.setItem(name, 'on')
      else sessionStorage.removeItem(name)
      for (const changed of listeners) changed()
    },
  ]
}
