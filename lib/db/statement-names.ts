import type { SqlQuery } from '@prisma/driver-adapter-utils'

const MOST = 500

/** Begins a statement that is planned anew each time (lib/db/sql.ts, queryOnce). */
export const UNNAMED = '/* planned each time */'

/**
 * Names for prepared statements, one to one with SQL text. Past the cap a statement goes unnamed: filters make texts
 * without end, and each name costs memory in the server and in every connection.
 */
export function statementNames(): (query: SqlQuery) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (sql.startsWith(UNNAMED)) return undefined as unknown as string
    const known = names.get(sql)
    if (known) return known
    if (names.size >= MOST) return undefined as unknown as string // typed as a string, handed to pg as it is: no name
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
