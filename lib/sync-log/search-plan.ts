import { sql, type Sql } from '@/lib/db/sql'
import type { Filter } from '@/lib/scim'
import { syncLogWhere } from './search-targets'

/** Where calls are looked for, over the alias `l`; each source is read by descending id on its own. */
export interface SearchPlan {
  sources: { from: Sql; where: Sql }[]
}

const ownCalls = sql`sync_log l`
const mentions = sql`sync_log_mentions m join sync_log l on l.id = m.log_id`

/**
 * Takes from the filter what decides on the index: the time range becomes a range of ids (UUIDv7: id order is time order),
 * and `payload eq "…"` two sources, the calls about that id and those that name it.
 * @throws ScimError invalidFilter naming what can't be searched
 */
export function searchPlan(filter: Filter | undefined): SearchPlan {
  const parts = filter === undefined ? [] : filter.kind === 'and' ? filter.operands : [filter]
  const payload = parts.find((part) => isCompare(part, 'payload', 'eq'))
  const rest = parts.filter((part) => part !== payload)
  const where = rest.reduce((all, part) => sql`${all} and ${timeBound(part) ?? syncLogWhere(part)}`, sql`true`)
  if (payload?.kind !== 'compare') return { sources: [{ from: ownCalls, where }] }
  const id = String(payload.value)
  return {
    sources: [
      { from: ownCalls, where: sql`l.entity_id = ${id} and ${where}` },
      { from: mentions, where: sql`m.entity_id = ${id} and ${where}` },
    ],
  }
}

function isCompare(filter: Filter, name: string, ...ops: string[]) {
  return filter.kind === 'compare' && filter.path.text.toLowerCase() === name.toLowerCase() && ops.includes(filter.op)
}

function timeBound(filter: Filter): Sql | undefined {
  if (filter.kind !== 'compare' || filter.path.text.toLowerCase() !== 'requesttime') return undefined
  const at = new Date(String(filter.value)).getTime()
  if (Number.isNaN(at)) return undefined
  switch (filter.op) {
    case 'ge':
      return sql`l.id >= ${firstIdIn(at)}::uuid`
    case 'gt':
      return sql`l.id >= ${firstIdIn(at + 1)}::uuid`
    case 'le':
      return sql`l.id < ${firstIdIn(at + 1)}::uuid`
    case 'lt':
      return sql`l.id < ${firstIdIn(at)}::uuid`
    default:
      return undefined
  }
}

/** What is lower than every UUIDv7 of a millisecond and later, and higher than those before. */
export function firstIdIn(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
