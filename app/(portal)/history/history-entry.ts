import type { ShownChange } from '@/components/scim/change-list'

/** A user or group that a line of a history names; without `href` where nothing is left to open. */
export interface NamedResource {
  name: string
  href?: string
}

/** A line of a history, as the browser gets it. */
export interface HistoryEntry {
  id: string
  /** ISO 8601, UTC. */
  at: string
  tone: 'good' | 'bad' | 'plain'
  before: string
  named?: NamedResource
  after?: string
  /** The client that called, else the provider. */
  by: string
  /** Which token or OAuth client it called with. */
  caller?: string
  detail?: string
  /** Nothing was before it. */
  first?: true
  changes: ShownChange[]
  /** The first of those who came and went; all are counted. */
  came: NamedResource[]
  cameInAll: number
  went: NamedResource[]
  wentInAll: number
  method: string
  url: string
  status: number
  durationMs: number
}

/** What GET /api/tables/{users,groups}/{id}/history answers. */
export interface HistoryAnswer {
  entries: HistoryEntry[]
  earlier?: string
  /** At the end: from when on this provider's calls are kept. ISO 8601, UTC. */
  reachesBackTo?: string
}
