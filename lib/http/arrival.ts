import type { ScimRequest } from './scim-exchange'

/** A request with what is fixed when it arrives. */
export interface Arrival extends ScimRequest {
  /** UUIDv7: the id of its sync-log row, and X-Request-Id of its answer. */
  requestId: string
  at: Date
  /** performance.now(), for the duration in the log */
  started: number
}
