import { useSyncExternalStore } from 'react'

const step = 20_000
let current = 0
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  current = Date.now()
  for (const each of listeners) each()
}
function subscribe(listener: () => void) {
  listeners.add(listener)
  if (timer === undefined) {
    current = Date.now()
    timer = setInterval(tick, step)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
const read = () => (current ||= Date.now())

/** The time to which relative times refer: `drawn` (ms since 1970) in the server's picture, then this browser's clock, in steps of 20 s. */
export const useNow = (drawn: number): Date => new Date(useSyncExternalStore(subscribe, read, () => drawn))
