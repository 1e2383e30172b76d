import type pg from 'pg'
import type { Statement } from '../product/start-product'
import { planOf } from './plans'

/** Notes which statements go through the pool, to ask for their plans afterwards. */
export function watchStatements(pool: pg.Pool) {
  const seen = new Map<string, Statement>()
  const query = pool.query.bind(pool) as (asked: unknown, ...rest: unknown[]) => Promise<{ rows: unknown[][] }>
  Object.assign(pool, {
    query(asked: Partial<Statement> | string, ...rest: unknown[]) {
      if (typeof asked === 'object' && asked.text)
        seen.set(asked.text, { text: asked.text, values: asked.values ?? [] })
      return query(asked, ...rest)
    },
  })
  return {
    clear: () => seen.clear(),
    /** How the statements run. */
    plans: () => planOf(pool, [...seen.values()]),
  }
}
