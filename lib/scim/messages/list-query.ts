import { invalidCount, invalidValue } from '../error'
import type { Filter } from '../filter/ast'
import { checkFilter } from '../filter/check'
import { parseFilter } from '../filter/parse'
import { limits } from '../limits'
import type { NoteSink } from '../notes'
import { takeNotes } from '../notes'
import { readAttrPath } from '../path/attr-path'
import { type ResolvedAttr, resolveAttr } from '../path/resolve'
import { isOwnReference } from '../resource/read-value'
import type { Registry, ResourceTypeName } from '../schema/types'

/** A list request, RFC 7644 §3.4.2, with everything checked and clamped. */
export interface ListQuery {
  filter?: Filter
  /** One for each resource type that has the attribute. */
  sortBy?: ResolvedAttr[]
  descending: boolean
  /** From 1. */
  startIndex: number
  /** 0 to limits.pageMax. */
  count: number
  /** Present when cursor pages are asked for; empty for the first (RFC 9865 §2). */
  cursor?: string
}

/**
 * Reads a list request over resources of some types. Throws invalidFilter, invalidValue or invalidCount naming the parameter; unknown parameters
 * are ignored.
 */
export function readListQuery(
  registry: Registry,
  types: readonly ResourceTypeName[],
  params: URLSearchParams,
  notes: NoteSink = takeNotes(),
): ListQuery {
  const filter = readFilter(registry, types, params.get('filter'), notes)
  const sortBy = readSortBy(registry, types, params.get('sortBy'), notes)
  const cursor = params.get('cursor')
  const startIndex = readInteger('startIndex', params.get('startIndex'), invalidValue)
  // RFC 9865 §2.1.
  const count = readInteger('count', params.get('count'), cursor === null ? invalidValue : invalidCount)
  // Each of them asks for its own way of paging, and the RFC says of neither that it wins (RFC 9865 §2.4): whichever did, the
  // client would miss what it meant by the other. What can't be paged by is a 400 (§2.1).
  if (cursor !== null && startIndex !== undefined)
    throw invalidValue('startIndex and cursor are two ways of paging. Send one of them.')
  return {
    ...(filter ? { filter } : {}),
    ...(sortBy ? { sortBy } : {}),
    descending: readSortOrder(params.get('sortOrder')),
    startIndex: Math.max(1, startIndex ?? 1),
    count: Math.min(limits.pageMax, Math.max(0, count ?? limits.pageDefault)),
    ...(cursor === null ? {} : { cursor }),
  }
}

function readFilter(
  registry: Registry,
  types: readonly ResourceTypeName[],
  text: string | null,
  notes: NoteSink,
): Filter | undefined {
  if (text === null || text.trim() === '') return undefined
  const filter = parseFilter(text)
  checkFilter(registry, types, filter, { strict: registry.rules.strict, notes })
  return filter
}

function readSortBy(
  registry: Registry,
  types: readonly ResourceTypeName[],
  text: string | null,
  notes: NoteSink,
): ResolvedAttr[] | undefined {
  if (text === null || text.trim() === '') return undefined
  const path = readAttrPath(text.trim())
  const targets = path ? types.flatMap((type) => resolveAttr(registry, type, path, notes) ?? []) : []
  if (targets.length === 0 || targets.some(({ leaf }) => leaf.returned === 'never' || isOwnReference(leaf))) {
    throw invalidValue(`sortBy names "${text}", and there is no attribute of that name to sort by.`)
  }
  for (const { leaf, name } of targets) {
    if (leaf.type !== 'complex') continue
    throw invalidValue(
      `sortBy names "${text}", which has several parts. Sort by one of them, such as ${name}.${leaf.subAttributes?.[0]?.name}.`,
    )
  }
  return targets
}

function readSortOrder(text: string | null): boolean {
  const order = text?.trim().toLowerCase() ?? ''
  if (order === '' || order === 'ascending') return false
  if (order === 'descending') return true
  throw invalidValue(`sortOrder must be ascending or descending, but "${text}" was sent.`)
}

function readInteger(name: string, text: string | null, refusal: typeof invalidValue): number | undefined {
  if (text === null || text.trim() === '') return undefined
  if (/^[+-]?\d+$/.test(text.trim())) return Math.min(Number(text), Number.MAX_SAFE_INTEGER)
  throw refusal(`${name} must be a whole number, but "${text}" was sent.`)
}
