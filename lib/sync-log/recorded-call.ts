import type { Note } from '@/lib/scim'

/** What the sync log needs of a SCIM call. */
export interface RecordedCall {
  provider: { id: string; redactedAttributes: string[] }
  /** UUIDv7; also the id of the call's row in the sync log. */
  requestId: string
  at: Date
  method: string
  /** Path below /v2 with its query, as received. */
  url: string
  token?: { id: string }
  address?: string
  client?: string
  /** The parsed body; left out where there was none, or where it could not be read. */
  body?: unknown
  bodyText?: string
  /** performance.now() when the call arrived. */
  started: number
  notes: Note[]
}
