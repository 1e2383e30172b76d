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
