import type { JsonObject } from '../json'
import { BULK_RESPONSE_URN } from '../schema/urns'

/** What became of one operation, RFC 7644 §3.7.3. */
export interface BulkResult {
  method?: string
  bulkId?: string
  /** The resource's ETag. */
  version?: string
  /** Left out for a POST that failed. */
  location?: string
  status: number
  /** The error, where it failed. */
  response?: JsonObject
}

/** A BulkResponse. `status` is a string, as in an error. */
export function bulkResponse(results: readonly BulkResult[]): JsonObject {
  const Operations = results.map(({ method, bulkId, version, location, status, response }) => ({
    ...(location === undefined ? {} : { location }),
    ...(method === undefined ? {} : { method }),
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(version === undefined ? {} : { version }),
    status: String(status),
    ...(response === undefined ? {} : { response }),
  }))
  return { schemas: [BULK_RESPONSE_URN], Operations }
}
