import { type Sql, join, raw, sql } from '@/lib/db/sql'
import type { Document } from '@/lib/scim'

/** What is read of every resource, a user or a group. */
export interface ResourceRow {
  id: string
  resource: Document
  version: number
  created_at: Date
  updated_at: Date
}

/** The columns of a ResourceRow; of several joined tables, from the one that has the row. */
export const resourceColumns = (...tables: Sql[]): Sql =>
  join(
    ['id', 'resource', 'version', 'created_at', 'updated_at'].map((name) => {
      const columns = tables.map((table) => sql`${table}.${raw(name)}`)
      return columns.length === 1 ? columns[0]! : sql`coalesce(${join(columns)}) as ${raw(name)}`
    }),
  )
