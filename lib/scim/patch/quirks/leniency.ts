import type { NoteSink } from '../../notes'

/** A way in which Rollcall understands more than the RFC asks for. Off under a provider's Strict setting. */
export interface Leniency {
  /** Its file name: what notes and the portal call it. */
  code: string
  title: string
  /** Clients that are known to need it. */
  clients: readonly string[]
}

/** How a request is read: under which setting, and where remarks go. */
export interface Reading {
  strict: boolean
  notes: NoteSink
}

/** True when the leniency may be used; it is noted then. */
export function allows(reading: Reading, leniency: Leniency, detail: string, path?: string): boolean {
  if (reading.strict) return false
  reading.notes.add(leniency.code, detail, path)
  return true
}
