import { invalidValue } from '../error'
import type { Filter } from '../filter/ast'
import { checkFilter } from '../filter/check'
import { parseFilter } from '../filter/parse'
import { limits } from '../limits'
import type { NoteSink } from '../notes'
import { takeNotes } from '../notes'
import { readAttrPath } from '../path/attr-path'
import { type ResolvedAttr, resolveAttr } from '../path/resolve'
import { type Projection, readProjection } from '../resource/projection'
import type { Registry, ResourceTypeName } from '../schema/types'

/** A list request, RFC 7644 §3.4.2, with everything checked and clamped. */
export interface ListQuery {
  filter?: Filter
  sortBy?: ResolvedAttr
  descending: boolean
  /** From 1. */
  startIndex: number
  /** 0 to limits.pageMax. */
  count: number
  /** Present when cursor pages are asked for; empty for the first (RFC 9865 §2). */
  cursor?: string
  projection: Projection
}

/** Reads a list request. Throws invalidFilter or invalidValue naming the parameter; unknown parameters are ignored. */
export function readListQuery(
  registry: Registry,
  type: ResourceTypeName,
  params: URLSearchParams,
  notes: NoteSink = takeNotes(),
): ListQuery {
  const filter = readFilter(registry, type, params.get('filter'), notes)
  const sortBy = readSortBy(registry, type, params.get('sortBy'), notes)
  const cursor = params.get('cursor')
  return {
    ...(filter ? { filter } : {}),
    ...(sortBy ? { sortBy } : {}),
    descending: readSortOrder(params.get('sortOrder')),
    startIndex: Math.max(1, readInteger('startIndex', params.get('startIndex')) ?? 1),
    count: Math.min(limits.pageMax, Math.max(0, readInteger('count', params.get('count')) ?? limits.pageDefault)),
    ...(cursor === null ? {} : { cursor }),
    projection: readProjection(registry, type, params),
  }
}

function readFilter(
  registry: Registry,
  type: ResourceTypeName,
  text: string | null,
  notes: NoteSink,
): Filter | undefined {
  if (text === null || text.trim() === '') return undefined
  const filter = parseFilter(text)
  checkFilter(registry, [type], filter, { strict: registry.rules.strict, notes })
  return filter
}

function readSortBy(
  registry: Registry,
  type: ResourceTypeName,
  text: string | null,
  notes: NoteSink,
): ResolvedAttr | undefined {
  if (text === null || text.trim() === '') return undefined
  const path = readAttrPath(text.trim())
  const target = path && resolveAttr(registry, type, path, notes)
  if (!target || target.leaf.returned === 'never') {
    throw invalidValue(`sortBy names "${text}", and there is no attribute of that name to sort by.`)
  }
  if (target.leaf.type === 'complex') {
    throw invalidValue(
      `sortBy names "${text}", which has several parts. Sort by one of them, such as ${target.name}.${target.leaf.subAttributes?.[0]?.name}.`,
    )
  }
  return target
}

function readSortOrder(text: string | null): boolean {
  const order = text?.trim().toLowerCase() ?? ''
  if (order === '' || order === 'ascending') return false
  if (order === 'descending') return true
  throw invalidValue(`sortOrder must be ascending or descending, but "${text}" was sent.`)
}

function readInteger(name: string, text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined
  if (/^[+-]?\d+$/.test(text.trim())) return Math.min(Number(text), Number.MAX_SAFE_INTEGER)
  throw invalidValue(`${name} must be a whole number, but "${text}" was sent.`)
}
