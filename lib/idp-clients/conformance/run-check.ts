import { sentAndCame, StepFailure } from '../run'
import { Skipped, type Check, type Outcome, type Result } from './check'
import type { Talk } from './talk'

/**
 * Runs a check. Whatever happens becomes an outcome: nothing is thrown.
 * @param reason why it is skipped without a look
 */
export async function runCheck(check: Check, group: string, talk: Talk, reason?: string): Promise<Result> {
  const began = performance.now()
  const { id, level, clause, title, why } = check
  const outcome = reason === undefined ? await outcomeOf(check, talk) : { status: 'skipped' as const, reason }
  return { id, group, level, clause, title, why, outcome, milliseconds: Math.round(performance.now() - began) }
}

async function outcomeOf(check: Check, talk: Talk): Promise<Outcome> {
  const reason = check.needs.map((need) => need(talk.server)).find((word) => word !== undefined)
  if (reason !== undefined) return { status: 'skipped', reason }
  return attempt(() => check.run(talk))
}

/** What became of an attempt, in words that a report can show. */
export async function attempt(run: () => Promise<void>): Promise<Outcome> {
  try {
    await run()
    return { status: 'passed' }
  } catch (error) {
    if (error instanceof Skipped) return { status: 'skipped', reason: error.message }
    if (error instanceof StepFailure) {
      const [sent, came] = sentAndCame(error.exchange)
      return { status: 'failed', sent: told(sent), came: told(came), expected: error.faults }
    }
    return {
      status: 'failed',
      expected: [`an answer; ${error instanceof Error ? error.message : String(error)}`],
    }
  }
}

const told = (line = '') => line.replace(/^\s*(sent|came): /, '')
