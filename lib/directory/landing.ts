import { setTimeout as sleep } from 'node:timers/promises'
import { databaseFailure, sqlState } from '@/lib/db/errors'
import { unavailable } from '@/lib/scim'

// With 16 connections in a row for one resource each of them lands after 16 rounds at most; the rest is reserve.
const MOST = 60

// A member that was deleted between being found and being written.
const FOREIGN_KEY = '23503'

/**
 * Runs an attempt until it lands: again when it found its resource changed meanwhile (undefined), and when the database
 * broke it off (deadlock, serialisation, a row that vanished).
 * @throws ScimError 503 when it does not land after many attempts; whatever else the attempt throws
 */
export async function untilLanded<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let round = 1; round <= MOST; round++) {
    try {
      const landed = await attempt()
      if (landed !== undefined) return landed
    } catch (error) {
      if (databaseFailure(error) !== 'serialization' && sqlState(error) !== FOREIGN_KEY) throw error
    }
    if (round > 1) await sleep(Math.random() * Math.min(round, 20))
  }
  throw unavailable('Too many changes of the same resource at once. Try again.')
}
