import type { Target } from '../http'
import { MissingValue, startTrace } from '../run'
import type { Step, Trace } from '../trace'
import { Skipped, type Outcome, type Result } from './check'
import { attempt } from './run-check'
import type { ServerModel } from './server'
import { unreadable } from './talk'

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\w.]+/g, '-')
    .replace(/^-|-$/g, '')

/** Stable while the step's name is. */
export const stepId = (trace: Trace, step: Step) => `${slug(trace.title)}/${slug(step.name)}`

interface Context {
  target: Target
  run: string
  server: ServerModel
  /** Takes the paths that could not be deleted. */
  left: string[]
  /** Why no further step is tried. */
  reason: () => string | undefined
}

/**
 * A client's conversation, a result for each step. After a failure the rest goes on as far as it can. Steps about groups
 * are skipped where there are none: every client can leave groups out. What it made is deleted at its end, also when
 * nobody wants to see the rest.
 */
export async function* runTrace(trace: Trace, { target, run, server, left, reason }: Context): AsyncGenerator<Result> {
  const conversation = startTrace(trace, target, run, {
    owed: unreadable,
    waits: true,
    before: ({ path }) => {
      if (!server.group && /^\/+Groups\b/i.test(path)) throw new Skipped('no resource type for groups')
    },
  })
  try {
    for (const step of trace.steps) {
      const began = performance.now()
      const skipped = step.ours ?? reason()
      const outcome: Outcome =
        skipped === undefined
          ? await attempt(() =>
              conversation.step(step).catch((error: unknown) => {
                throw error instanceof MissingValue
                  ? new Skipped('an earlier step did not get what this one needs')
                  : error
              }),
            )
          : { status: 'skipped', reason: skipped }
      yield {
        id: stepId(trace, step),
        group: trace.title,
        level: 'client',
        client: trace.client.name,
        title: step.name.replace(/^\d[\d.a-z]* (\d+ )?/, ''),
        why: trace.source,
        outcome,
        milliseconds: Math.round(performance.now() - began),
      }
    }
  } finally {
    left.push(...(await conversation.cleanUp()))
  }
}
