import type pg from 'pg'
import type { Statement } from '../product/start-product'
import { measure } from './measure'
import type { Sample } from './session'
import { uuidv7 } from '@/lib/db/uuid'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The statements of one recorded request, as a function that makes those of the next: the id and marker that the request
 * was about are put in place of the recorded ones, and every id that the server made for it is made anew.
 */
export function template({ statements, other, id, mark }: Sample) {
  const textOf = (all: Statement[]) => JSON.stringify(all.map(({ values }) => values))
  const elsewhere = new Set(textOf(other).match(UUID))
  const own = [...new Set(textOf(statements).match(UUID))].filter((found) => found !== id && !elsewhere.has(found))
  return (nextId: string, nextMark: string): Statement[] => {
    const swaps: [string, string][] = [
      [id, nextId],
      [mark, nextMark],
      ...own.map((from) => [from, uuidv7()] as [string, string]),
    ]
    const swap = (value: unknown): unknown => {
      if (typeof value === 'string') return swaps.reduce((text, [from, to]) => text.replaceAll(from, to), value)
      return Array.isArray(value) ? value.map(swap) : value
    }
    return statements.map(({ text, values }) => ({ text, values: values.map(swap) }))
  }
}

const names = new Map<string, string>()

/** One name for each text, whatever the connection. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `bare${names.size}`
  names.set(text, name)
  return name
}

/** Runs one request's statements, one after the other, by name. */
async function replay(pool: pg.Pool, statements: Statement[]) {
  const client = await pool.connect()
  try {
    let rows: number | null = null
    for (const { text, values } of statements) {
      rows = (await client.query({ name: nameOf(text), text, values })).rowCount
    }
    if (!rows) throw new Error('The bare statements found nothing to do: they are not those of the workload.')
  } finally {
    client.release()
  }
}

/** Whom the repetitions of a sample are about. */
export interface Targets {
  /** So many of them; after the last, `rewind` makes them ready for another round. */
  count: number
  at(n: number): { id: string; mark: string }
  rewind?(): Promise<unknown>
}

/**
 * The same statements through the bare driver: what the database and the driver alone can do here.
 * @returns repetitions a second
 */
export async function bareRate(pool: pg.Pool, seconds: number, sample: Sample, targets: Targets): Promise<number> {
  const next = template(sample)
  let done = 0
  let elapsed = 0
  while (elapsed < seconds) {
    await targets.rewind?.()
    const once = (_: number, n: number) => {
      const { id, mark } = targets.at(n)
      return replay(pool, next(id, mark))
    }
    const round = await measure(seconds - elapsed, once, { most: targets.count })
    done += round.count
    elapsed += round.seconds
  }
  return done / elapsed
}
