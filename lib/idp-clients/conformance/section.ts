import type { Check, Need } from './check'
import type { Talk } from './talk'

export interface Section {
  title: string
  checks: Check[]
}

type Run = (talk: Talk) => Promise<void>

/** A check whose clause says MUST, SHALL or REQUIRED, or defines an operation. */
export const must = (id: string, clause: string, title: string, why: string, needs: Need[], run: Run): Check => ({
  id,
  clause: `RFC ${clause}`,
  level: 'MUST',
  title,
  why,
  needs,
  run,
})

/** A check whose clause says SHOULD, or describes what is usual. */
export const should = (...check: Parameters<typeof must>): Check => ({ ...must(...check), level: 'SHOULD' })
