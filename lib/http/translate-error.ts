import { databaseFailure } from '@/lib/db/errors'
import { ScimError, internal, invalidValue, unavailable, uniqueness } from '@/lib/scim'
import { log } from './log'

/**
 * A failure in the protocol's terms. What nobody foresaw is a 500 that names its request, with a line in the server's
 * log: never a 404, never an empty list.
 */
export function translateError(error: unknown, requestId: string): ScimError {
  if (error instanceof ScimError) return error
  const failure = databaseFailure(error)
  // Nobody's mistake, and expected to pass: one line without a stack.
  if (failure === 'unavailable') log().error({ requestId, reason: (error as Error).message }, 'database unavailable')
  else log().error({ requestId, err: error }, 'request failed')
  switch (failure) {
    case 'unavailable':
      return unavailable('The database can’t be reached at the moment. Try again shortly.')
    case 'serialization':
      return unavailable('Too many changes of the same resource at once. Try again.')
    case 'unique':
      return uniqueness('Another resource has one of these values already.')
    case 'value':
      return invalidValue('A value can’t be stored. Look for control characters and for numbers out of range.')
    case 'other':
      return internal(
        `Something went wrong here. Whoever runs Rollcall finds it in the log under request ${requestId}.`,
      )
  }
}
