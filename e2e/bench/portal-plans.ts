import type pg from 'pg'

interface Statement {
  text: string
  values: unknown[]
}

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
    /** Each statement, shortened, with the plan that it ran with. */
    async plans(): Promise<string[]> {
      const statements = [...seen.values()].filter(({ text }) => /^\s*(\/\*.*?\*\/\s*)?(select|with)/i.test(text))
      const plans: string[] = []
      for (const { text, values } of statements) {
        const explain = `explain (analyze, buffers, costs off) ${text}`
        const { rows } = await query({ text: explain, values, rowMode: 'array' })
        plans.push(
          `${text.replace(/\s+/g, ' ').trim().slice(0, 400)}\n${rows.map(([line]) => `    ${String(line)}`).join('\n')}`,
        )
      }
      return plans
    },
  }
}
