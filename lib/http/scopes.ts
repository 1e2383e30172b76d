import type { Scope } from '@/lib/providers/scopes'

/**
 * The scopes that a request needs, by its method and its path below /v2: all of them. What answers with a resource it
 * has written needs no scope to read beside the one to write.
 */
export function scopesNeeded(method: string, path: string[]): Scope[] {
  const reads = method === 'GET' || method === 'HEAD' || (method === 'POST' && path.at(-1) === '.search')
  switch (path[0]) {
    case 'Users':
      return [reads ? 'users:read' : 'users:write']
    case 'Groups':
      return [reads ? 'groups:read' : 'groups:write']
    // RFC 7644 §3.7: operations of either type, none of which reads.
    case 'Bulk':
      return ['users:write', 'groups:write']
    // RFC 7644 §3.4.3: a search of all resource types.
    case undefined:
    case '.search':
      return ['users:read', 'groups:read']
    default:
      return []
  }
}
