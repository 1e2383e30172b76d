import { Connection, ConnectionLost } from '../product/connection'
import { Random } from '../product/random'
import { PROVIDER, type Product, TOKEN } from '../product/start-product'
import { type State, nobody } from './state'
import type { Write } from './write'
import { nextWrite } from './writes'

/** One connection's people, whom nobody else writes. */
export interface Writer {
  /** Its external ids begin so. */
  mark: string
  /** States that may be found: the acknowledged one, and those that the write under way leads to. */
  possible: State[]
}

export interface Loaded {
  writers: Writer[]
  /** Acknowledged writes by kind. */
  counts: Map<string, number>
  /** X-Request-Id of each: the id of its row in the sync log. Operations of a bulk request have ids of their own. */
  requestIds: string[]
}

const WRITERS = 12
export const BASE = `/scim/${PROVIDER}/v2`

/**
 * Writes of all kinds from 12 connections until the server is gone.
 * @param cycle tells one cycle's people from another's
 * @param loaded what was acknowledged is added here
 */
export async function load(product: Product, cycle: number, loaded: Loaded): Promise<void> {
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => write(product, cycle * WRITERS + number, loaded)))
}

async function write(product: Product, number: number, loaded: Loaded) {
  const connection = new Connection(product.port, TOKEN)
  const writer: Writer = { mark: `kill.${number}.`, possible: [nobody] }
  loaded.writers.push(writer)
  const [random, ids] = [new Random(number, 0), new Map<string, string>()]
  let made = 0
  const fresh = () => `${writer.mark}${made++}`
  try {
    for (let state = nobody; ;) {
      const next = nextWrite({ random, state, ids, fresh })
      writer.possible = [state, ...next.after]
      const answer = await connection.send(next.method, BASE + next.path, next.body)
      noteIds(next, answer, ids)
      state = next.after.at(-1)!
      writer.possible = [state]
      loaded.counts.set(next.kind, (loaded.counts.get(next.kind) ?? 0) + 1)
      if (!next.operations) loaded.requestIds.push(/\r\nx-request-id: *(\S+)/i.exec(answer.head)![1]!)
    }
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
  } finally {
    connection.close()
  }
}

/** @throws Error when the server, or an operation of a bulk request, did not do it */
function noteIds(done: Write, { status, body }: { status: number; body: string }, ids: Map<string, string>) {
  const { kind, makes, operations } = done
  if (status >= 300) throw new Error(`${kind}: ${status} ${body}`)
  if (makes) ids.set(makes, (JSON.parse(body) as { id: string }).id)
  if (!operations) return
  const results = (JSON.parse(body) as { Operations: { status: string; location?: string }[] }).Operations
  for (const [n, operation] of operations.entries()) {
    const result = results[n]
    if (!result?.status.startsWith('2')) throw new Error(`Bulk, ${operation.kind}: ${JSON.stringify(result)}`)
    if (operation.makes) ids.set(operation.makes, result.location!.split('/').at(-1)!)
  }
}
