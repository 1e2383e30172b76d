import { connect, patient, type Exchange, type HttpClient, type Target, type WireRequest } from './http'
import { valueAt } from './json'
import { differences } from './match'
import { protocolFaults } from './protocol'
import type { Expected, Step, Trace, Values } from './trace'

/** A step that got another answer than the client needs. The message says what was sent, what came, what was expected. */
export class StepFailure extends Error {
  constructor(
    readonly step: string,
    readonly exchange: Exchange,
    readonly faults: string[],
  ) {
    super(
      [
        `${step}: not what the client needs`,
        ...sentAndCame(exchange),
        ...faults.map((fault) => `  expected: ${fault}`),
      ].join('\n'),
    )
  }
}

/** A step that can't run, because no earlier one got the value that it needs. */
export class MissingValue extends Error {
  constructor(name: string) {
    super(`No earlier step kept the value “${name}”.`)
  }
}

export interface TraceRun {
  /** Runs the next step. @throws StepFailure, MissingValue */
  step(step: Step): Promise<void>
  /** Deletes what the run made and did not delete itself; the paths that could not be deleted. */
  cleanUp(): Promise<string[]>
}

export interface TraceOptions {
  /** Faults of an answer besides what the step expects; those of the protocol unless told. */
  owed?: (exchange: Exchange) => string[]
  /** Waits for a server that answers 429. */
  waits?: boolean
  /** Looks at each request before it goes out; may throw to stop the step. */
  before?: (request: WireRequest) => void
}

/**
 * Starts a trace against a server. Steps run one after another, in their order.
 * @param run is different each time: names are made of it
 */
export function startTrace(
  trace: Trace,
  target: Target,
  run: string,
  { owed = protocolFaults, before, waits = false }: TraceOptions = {},
): TraceRun {
  const client = waits ? patient(connect(target, trace.client)) : connect(target, trace.client)
  const kept = new Map(Object.entries(trace.values(run)))
  const made = new Set<string>()
  const v: Values = (name) => {
    const value = kept.get(name)
    if (value === undefined) throw new MissingValue(name)
    return value
  }

  async function step(step: Step) {
    do {
      const request = step.request(v)
      before?.(request)
      const exchange = await client.send(request)
      const expected = typeof step.expect === 'function' ? step.expect(v) : step.expect
      const faults = [...faultsOf(exchange, expected), ...owed(exchange)]
      noteMade(made, exchange)
      // Kept from an answer with faults too: what comes after may be right all the same.
      for (const [name, source] of Object.entries(step.keep ?? {})) {
        const value = typeof source === 'function' ? source(exchange.body, v) : valueAt(exchange.body, source)
        if (value !== undefined) kept.set(name, String(value))
      }
      if (faults.length > 0) throw new StepFailure(step.name, exchange, faults)
    } while (step.again?.(v))
  }

  async function cleanUp() {
    const left = await deleteAll(client, made)
    client.close()
    return left
  }
  return { step, cleanUp }
}

/** What differs between an answer and what was expected of it. */
export function faultsOf(exchange: Exchange, expected: Expected): string[] {
  const statuses = [expected.status].flat()
  const faults: string[] = []
  if (!statuses.includes(exchange.status)) faults.push(`status ${statuses.join(' or ')}, is ${exchange.status}`)
  // These have no body; where another answer is empty, what should be in it is missing.
  const bodiless = exchange.status === 204 || exchange.status === 304
  if (expected.body !== undefined && !bodiless) faults.push(...differences(expected.body, exchange.body))
  const limit = expected.withinMilliseconds
  if (limit !== undefined && exchange.milliseconds > limit)
    faults.push(`an answer within ${limit} ms, took ${Math.round(exchange.milliseconds)} ms`)
  return faults
}

/** Keeps the paths of resources that exist because of these exchanges, also of one that should not have succeeded. */
export function noteMade(made: Set<string>, { method, status, path: asked, body, headers }: Exchange) {
  if (status < 200 || status > 299) return
  const path = asked.replace(/\?.*$/, '').replace(/\/+$/, '')
  const id = valueAt(body, 'id')
  const last =
    typeof id === 'string' ? encodeURIComponent(id) : headers['location']?.replace(/\/+$/, '').split('/').pop()
  if (method === 'POST' && last) made.add(`${path}/${last}`)
  if (method === 'PUT') made.add(path)
  if (method === 'DELETE') made.delete(path)
}

// A server that leaves this many requests unanswered is not asked any more.
export const UNANSWERED = 3

/** Deletes resources by path, newest first; one that is gone already is fine. Answers those that are still there. */
export async function deleteAll(client: HttpClient, paths: Iterable<string>): Promise<string[]> {
  const left: string[] = []
  let unanswered = 0
  for (const path of [...paths].reverse()) {
    if (unanswered === UNANSWERED) {
      left.push(path)
      continue
    }
    const status = await client.send({ method: 'DELETE', path }).then(
      (exchange) => exchange.status,
      () => 0,
    )
    unanswered = status === 0 ? unanswered + 1 : 0
    if (status !== 404 && (status < 200 || status > 299)) left.push(path)
  }
  return left
}

/** An exchange in two lines, for messages. */
export function sentAndCame(exchange: Exchange): string[] {
  const cut = (text: string) => (text.length > 1500 ? `${text.slice(0, 1500)}… (${text.length} characters)` : text)
  return [
    `  sent: ${exchange.method} ${cut(exchange.url)} ${cut(exchange.sent ?? '')}`.trimEnd(),
    `  came: ${exchange.status} ${cut(exchange.text)}`.trimEnd(),
  ]
}
