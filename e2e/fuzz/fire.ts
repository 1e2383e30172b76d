import { type Endpoint, asker } from './ask'
import { LATEST_MS, faultsOf } from './judge'
import { makeShot } from './make-shot'
import { Pool } from './pool'
import type { Shot } from './shot'
import { Wire } from './wire'

/** A request that something was wrong with. */
export interface Failure {
  shot: Shot
  faults: string[]
}

/** What a run has seen. */
export interface Fired {
  sent: number
  /** Answers by status; "none" for connections that ended without one. */
  statuses: Map<string, number>
  kinds: Map<string, number>
  slowestMs: number
  failures: Failure[]
}

export interface Plan {
  seed: number
  /** Indexes from here, */
  from: number
  /** and so many of them. */
  count: number
}

const CONNECTIONS = 6
const ROUND = 1_000
const FAILURES_ENOUGH = 50

const countIn = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

/**
 * Sends generated requests over a few connections and looks at every answer.
 * @param afterRound called now and then, while nothing is in flight; true ends the run
 */
export async function fire(
  endpoint: Endpoint,
  { seed, from, count }: Plan,
  afterRound: (fired: Fired) => Promise<boolean>,
): Promise<Fired> {
  const fired: Fired = { sent: 0, statuses: new Map(), kinds: new Map(), slowestMs: 0, failures: [] }
  const { ask, close } = asker(endpoint)
  const pool = new Pool(ask, seed)
  const wires = Array.from({ length: CONNECTIONS }, () => new Wire(endpoint.host, endpoint.port))
  try {
    for (let next = from; next < from + count && fired.failures.length < FAILURES_ENOUGH;) {
      await pool.fill()
      const end = Math.min(from + count, next + ROUND)
      await Promise.all(
        wires.map(async (wire) => {
          while (next < end) await one(wire, makeShot(seed, next++, pool, endpoint), endpoint.base, fired)
        }),
      )
      if (await afterRound(fired)) break
    }
  } finally {
    close()
    for (const wire of wires) wire.close()
  }
  return fired
}

async function one(wire: Wire, shot: Shot, base: string, fired: Fired) {
  const received = await wire.send(shot)
  fired.sent++
  countIn(fired.kinds, shot.kind)
  for (const { status } of received.answers) countIn(fired.statuses, String(status))
  if (received.answers.length === 0) countIn(fired.statuses, 'none')
  const faults = faultsOf(shot, received, base)
  let { milliseconds } = received
  // On a busy machine anything may be late once: what is late three times in a row is slow.
  for (let again = 0; again < 2 && milliseconds > LATEST_MS; again++)
    milliseconds = (await wire.send(shot)).milliseconds
  if (milliseconds > LATEST_MS) faults.push(`answered after ${Math.round(milliseconds)} ms`)
  fired.slowestMs = Math.max(fired.slowestMs, milliseconds)
  if (faults.length) fired.failures.push({ shot, faults })
}
