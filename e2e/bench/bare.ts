import type pg from 'pg'
import type { Statement } from '../product/start-product'
import { type Measured, measure } from './measure'
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

/** Runs one request's statements, one after the other, by name. */
export async function replay(pool: pg.Pool, names: Map<string, string>, statements: Statement[]) {
  const client = await pool.connect()
  try {
    let rows: number | null = null
    for (const { text, values } of statements) {
      const name = names.get(text) ?? `bare${names.size}`
      names.set(text, name)
      rows = (await client.query({ name, text, values })).rowCount
    }
    if (!rows) throw new Error('The bare statements found nothing to do: they are not those of the workload.')
  } finally {
    client.release()
  }
}

/**
 * The same statements through the bare driver: what the database and the driver alone can do here.
 * @param target whom the n-th repetition is about
 */
export async function bare(
  pool: pg.Pool,
  seconds: number,
  sample: Sample,
  target: (n: number) => { id: string; mark: string },
): Promise<Measured> {
  const next = template(sample)
  const names = new Map<string, string>()
  const once = (_: number, n: number) => {
    const { id, mark } = target(n)
    return replay(pool, names, next(id, mark))
  }
  return measure(seconds, once)
}
