import { sql } from '@/lib/db/sql'
import { type AttrPath, type Registry, type ResolvedAttr, type ResourceTypeName, resolveAmong } from '@/lib/scim'
import { groupTargets } from './group-targets'
import type { Target } from './target'
import { userTargets } from './user-targets'

/**
 * The allow-list of one resource type in a search of several (`searched`): what another of them alone has is an attribute
 * without a value here (RFC 7644 §3.4.2.1).
 */
export function targetsAmong(
  registry: Registry,
  type: ResourceTypeName,
  searched: readonly ResourceTypeName[],
): (path: AttrPath) => Target {
  const own = type === 'User' ? userTargets(registry) : groupTargets(registry)
  if (searched.length === 1) return own
  return (path) => {
    const attr = resolveAmong(registry, type, searched, path)
    return attr && attr.type !== type ? withoutValue(attr) : own(path)
  }
}

const withoutValue = (attr: ResolvedAttr): Target => ({
  attr,
  compare: (op, literal) => (op === (literal.kind === 'none' ? 'eq' : 'ne') ? sql`true` : sql`false`),
  present: () => sql`false`,
  some: () => sql`false`,
})
