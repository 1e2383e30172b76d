import type { Target } from '../http'
import { UNANSWERED } from '../run'
import { traces } from '../traces'
import type { Result } from './check'
import { sections } from './checks'
import { runTrace, stepId } from './clients'
import { runCheck } from './run-check'
import { Talk } from './talk'

/** Everything that can be checked, without a server: for a list, and to choose from. */
export interface Listed {
  id: string
  group: string
  level: Result['level']
  clause?: string
  title: string
}

export const listed = (): Listed[] => [
  ...sections.flatMap(({ title: group, checks }) =>
    checks.map(({ id, level, clause, title }) => ({ id, group, level, clause, title })),
  ),
  ...traces.flatMap((trace) =>
    trace.steps.map((step): Listed => ({
      id: stepId(trace, step),
      group: trace.title,
      level: 'client',
      title: step.name,
    })),
  ),
]

/** Of a check or a client: its id, its group or its clause has one of these words in it. */
export type Choice = (words: { id: string; group: string; clause?: string }) => boolean

export interface Conformance {
  results: AsyncGenerator<Result>
  /** Deletes what was made. Answers the paths that could not be deleted. */
  cleanUp(): Promise<string[]>
}

/**
 * Checks a server: clauses first, then clients. A client's steps need one another, so that a choice takes conversations
 * whole.
 * @param run is different each time: names are made of it
 * @throws Error when the server can't be reached
 */
export async function startConformance(target: Target, run: string, chosen: Choice): Promise<Conformance> {
  const talk = await Talk.start(target, run)
  const left: string[] = []

  async function* results(): AsyncGenerator<Result> {
    let unanswered = 0
    // Each would wait in vain: with a server that is gone, a run would take hours.
    const reason = () => (unanswered < UNANSWERED ? undefined : 'the server no longer answers')
    const noted = (result: Result) => {
      const { outcome } = result
      if (outcome.status === 'failed' && outcome.came === undefined) unanswered++
      else if (outcome.status !== 'skipped') unanswered = 0
      return result
    }
    for (const { title, checks } of sections)
      for (const check of checks)
        if (chosen({ id: check.id, group: title, clause: check.clause }))
          yield noted(await runCheck(check, title, talk, reason()))
    for (const [index, trace] of traces.entries()) {
      if (!trace.steps.some((step) => chosen({ id: stepId(trace, step), group: trace.title }))) continue
      const context = { target, run: `${run}${index.toString(36)}`, server: talk.server, left, reason }
      for await (const result of runTrace(trace, context)) yield noted(result)
    }
  }
  return {
    results: results(),
    cleanUp: async () => [...left, ...(await talk.cleanUp())],
  }
}
