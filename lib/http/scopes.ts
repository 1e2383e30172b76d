import type { Scope } from '@/lib/providers/scopes'
import { findEndpoint, readsOnly } from './endpoints'

/**
 * The scopes that a request needs, by its method and its path below /v2: all of them. What answers with a resource it
 * has written needs no scope to read beside the one to write.
 */
export function scopesNeeded(method: string, path: string[]): Scope[] {
  const endpoint = findEndpoint(path)?.endpoint
  if (!endpoint || endpoint.discovery) return []
  const right = readsOnly(method, path) ? 'read' : 'write'
  return endpoint.of.map((whose): Scope => `${whose}:${right}`)
}
