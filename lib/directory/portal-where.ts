import { sql, type Sql } from '@/lib/db/sql'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import { groupTargets } from '@/lib/filter-sql/group-targets'
import { userTargets } from '@/lib/filter-sql/user-targets'
import type { Filter, Registry } from '@/lib/scim'

/** The condition over `users` that a filter stands for; the one that the endpoint's `filter=` compiles to. */
export const usersWhere = (registry: Registry, filter: Filter | undefined): Sql =>
  filter ? compileFilter(filter, userTargets(registry)) : sql`true`

/** The same over `groups`. */
export const groupsWhere = (registry: Registry, filter: Filter | undefined): Sql =>
  filter ? compileFilter(filter, groupTargets(registry)) : sql`true`

/** Whether a filter looks into the middle of texts, which no index helps with. */
export function looksInside(filter: Filter | undefined): boolean {
  switch (filter?.kind) {
    case 'compare':
      return filter.op === 'co' || filter.op === 'ew'
    case 'and':
    case 'or':
      return filter.operands.some(looksInside)
    case 'not':
      return looksInside(filter.operand)
    case 'valuePath':
      return looksInside(filter.filter)
    default:
      return false
  }
}
