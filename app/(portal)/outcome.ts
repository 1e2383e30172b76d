import { randomUUID } from 'node:crypto'
import { log } from '@/lib/http/log'
import { ScimError } from '@/lib/scim'
import { ExpressionError } from '@/lib/tables/read-expression'
import type { TableOutcome, TableResult } from '@/lib/tables/spec'

/**
 * Runs a page's search. What fails is logged under a request id that the page shows; it is never an empty table. Nor is an
 * expression that can't be read: the filter bar says where it goes wrong.
 */
export async function outcomeOf(search: () => Promise<Omit<TableResult, 'readAt'>>): Promise<TableOutcome> {
  const readAt = new Date().toISOString()
  try {
    return { ...(await search()), readAt }
  } catch (error) {
    if (error instanceof ExpressionError) return { expression: error.fault }
    const requestId = randomUUID()
    if (error instanceof ScimError) return { error: { requestId, message: error.detail } }
    log().error({ err: error, requestId }, 'A table could not be read')
    return {
      error: {
        requestId,
        message:
          'The database did not answer, or not as expected. Nothing was changed. The server’s log says more under this id.',
      },
    }
  }
}
