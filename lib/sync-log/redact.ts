import { type Json, type JsonObject, isObject } from '@/lib/scim'
import { MASK, mayHoldSecret, redactor, segmentsOf } from './redacted-names'

type IsRedacted = (path: readonly string[]) => boolean

/**
 * A JSON body without passwords, tokens and the provider's redacted attributes, wherever they stand: as names, as dotted
 * or URN-qualified names, as the path of a PATCH operation (also inside Bulk), or as a literal in such a path or in the
 * filter of a SearchRequest.
 */
export function redactJson(body: Json, names: readonly string[]): Json {
  return walk(body, [], redactor(names))
}

function walk(value: Json, path: readonly string[], isRedacted: IsRedacted): Json {
  if (Array.isArray(value)) return value.map((element) => walk(element, path, isRedacted))
  if (!isObject(value)) return value
  const target = patchPath(value)
  if (target !== undefined) return walkOperation(value, target, path, isRedacted)
  const result: [string, Json][] = []
  for (const [name, inner] of Object.entries(value)) {
    const here = [...path, ...segmentsOf(name)]
    if (isRedacted(here)) result.push([name, MASK])
    else if (typeof inner === 'string' && isFilter(here)) result.push([name, redactLiterals(inner, isRedacted)])
    else result.push([name, walk(inner, here, isRedacted)])
  }
  return Object.fromEntries(result)
}

/** Whether a SearchRequest has its filter there (RFC 7644 §3.4.3). */
const isFilter = (path: readonly string[]) => path.length === 1 && path[0] === 'filter'

/** The path of a PATCH operation, in whatever case its names come. */
function patchPath(value: JsonObject): string | undefined {
  const names = Object.keys(value)
  if (!names.some((name) => name.toLowerCase() === 'op')) return undefined
  const path = value[names.find((name) => name.toLowerCase() === 'path') ?? '']
  return typeof path === 'string' ? path : undefined
}

function walkOperation(operation: JsonObject, target: string, path: readonly string[], isRedacted: IsRedacted): Json {
  const segments = segmentsOf(target)
  // From the whole down: a redacted `name` covers `name.familyName`.
  const hidden = segments.some((_, index) => isRedacted(segments.slice(0, index + 1)))
  const result: [string, Json][] = []
  for (const [name, inner] of Object.entries(operation)) {
    const key = name.toLowerCase()
    if (key === 'value') result.push([name, hidden ? MASK : walk(inner, segments, isRedacted)])
    else if (key === 'path') result.push([name, redactLiterals(target, isRedacted)])
    else result.push([name, walk(inner, [...path, key], isRedacted)])
  }
  return Object.fromEntries(result)
}

// A list that opens, one that closes, and a comparison, whose text may hold any of them.
const PIECE = /([\w$:.-]+)\[|\]|([\w$:.-]+)(\s+(?:eq|ne|co|sw|ew|gt|ge|lt|le)\s+)("(?:[^"\\]|\\.)*"?|[^\s()[\]]+)/gi

/** Masks the literals that redacted attributes are compared with, in a path or a filter. */
export function redactLiterals(text: string, isRedacted: IsRedacted): string {
  let list: string[] = []
  let inside = false
  return text.replace(PIECE, (whole, opened?: string, name?: string, operator?: string) => {
    if (name === undefined) {
      inside = opened !== undefined
      if (opened !== undefined) list = segmentsOf(opened)
      return whole
    }
    const own = segmentsOf(name).filter(Boolean)
    // `emails[type eq "work"].value eq "a@x"` goes on with what stands before the brackets.
    const path = inside || name.startsWith('.') ? [...list, ...own] : own
    return isHidden(path, isRedacted) ? `${name}${operator}"${MASK}"` : whole
  })
}

/** A redacted `name` covers `name.familyName`; `emails` compared with a text means `emails.value`. */
const isHidden = (path: string[], isRedacted: IsRedacted) =>
  path.some((_, index) => isRedacted(path.slice(0, index + 1))) || isRedacted([...path, 'value'])

/** A URL with its query as the log shows it: literals of redacted attributes and secret parameters are masked. */
export function redactUrl(url: string, names: readonly string[]): string {
  const cut = url.indexOf('?')
  if (cut < 0 || !mayHoldSecret(decodeLoosely(url), names)) return url
  const isRedacted = redactor(names)
  const query = new URLSearchParams(url.slice(cut + 1))
  const parts = [...query].map(([name, value]) => {
    const shown = isRedacted([name.toLowerCase()]) ? MASK : redactLiterals(value, isRedacted)
    return `${encodeURIComponent(name)}=${encodeURIComponent(shown)}`
  })
  return `${url.slice(0, cut)}?${parts.join('&')}`
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
