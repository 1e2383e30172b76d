import { allows, endpointCase, type Reading, withoutFilters } from '@/lib/scim'
import { spellPath } from './endpoint-names'
import type { Target } from './target'

/** A target with its endpoint named as RFC 7644 §3.2 writes it and plain names in `attributes`, where leniencies allow for that. */
export function understandTarget(target: Target, reading: Reading): Target {
  const path = spellPath(target.path)
  const differs = path.some((segment, at) => segment !== target.path[at])
  const detail = () => `/${target.path.join('/')} was read as /${path.join('/')}.`
  return {
    ...target,
    path: differs && allows(reading, endpointCase, detail()) ? path : target.path,
    query: target.query.has('attributes') ? plainNames(target.query, reading) : target.query,
  }
}

function plainNames(query: URLSearchParams, reading: Reading): URLSearchParams {
  // Some programs repeat the parameter for each name, in place of a list with commas.
  const names = query.getAll('attributes').join()
  const plain = withoutFilters(names, reading)
  if (plain === names) return query
  const understood = new URLSearchParams(query)
  understood.set('attributes', plain)
  return understood
}
