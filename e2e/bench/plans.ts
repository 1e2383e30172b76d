import type pg from 'pg'
import type { Statement } from '../product/start-product'

/** Each statement that reads, shortened, with the plan that the database runs it by. */
export async function planOf(pool: pg.Pool, statements: Statement[]): Promise<string> {
  const plans: string[] = []
  for (const { text, values } of statements.filter(reads)) {
    const explain = { text: `explain (analyze, buffers, costs off) ${text}`, values, rowMode: 'array' as const }
    const { rows } = await pool.query<[string]>(explain)
    plans.push(`${text.replace(/\s+/g, ' ').trim().slice(0, 400)}\n${rows.map(([line]) => `    ${line}`).join('\n')}`)
  }
  return plans.join('\n')
}

const reads = ({ text }: Statement) =>
  /^\s*(\/\*.*?\*\/\s*)?(select|with)/i.test(text) && !/\b(insert|update|delete)\b/i.test(text)
