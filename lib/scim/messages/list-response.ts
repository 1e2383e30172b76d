import type { JsonObject } from '../json'
import { LIST_RESPONSE_URN } from '../schema/urns'

export interface ListPage {
  totalResults: number
  /** Of index pages alone. */
  startIndex?: number
  resources: JsonObject[]
  /** RFC 9865 §2. */
  nextCursor?: string
  previousCursor?: string
}

/** A ListResponse, RFC 7644 §3.4.2. `itemsPerPage` is the rows returned; `Resources` is there even when it is empty. */
export function listResponse(page: ListPage): JsonObject {
  const { totalResults, startIndex, resources, nextCursor, previousCursor } = page
  return {
    schemas: [LIST_RESPONSE_URN],
    totalResults,
    itemsPerPage: resources.length,
    ...(startIndex === undefined ? {} : { startIndex }),
    ...(previousCursor === undefined ? {} : { previousCursor }),
    ...(nextCursor === undefined ? {} : { nextCursor }),
    Resources: resources,
  }
}
