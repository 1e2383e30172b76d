import { type Filter, type PatchPath, parseFilter, parsePatchPath, printFilter } from '@/lib/scim'
import { MASK, type RedactedNames, segmentsOf } from './redacted-names'

/** Takes what was left out, so that it can be found again in texts about it. */
type Found = (value: unknown) => void

/**
 * A filter without the values that redacted attributes are compared with; as it came where there are none. One that can't be read
 * but may hold such a value is left out whole.
 */
export function redactFilter(text: string, names: RedactedNames, found: Found): string {
  if (!names.mayHold(text)) return text
  const filter = tried(parseFilter, text)
  if (!filter) return left(text, names, found)
  const masked = maskLiterals(filter, [], names, found)
  return masked === filter ? text : printFilter(masked)
}

/** The same for the path of a PATCH operation, also where such a path is the name of an attribute, or in a note. */
export function redactPath(text: string, names: RedactedNames, found: Found): string {
  // Most are names, which say nothing.
  if (!/[[\s"]/.test(text) || !names.mayHold(text)) return text
  const path = tried(parsePatchPath, text)
  if (!path) return left(text, names, found)
  if (!path.filter) return text
  const masked = maskLiterals(path.filter, segmentsOf(path.attr.text), names, found)
  if (masked === path.filter) return text
  return `${path.attr.text}[${printFilter(masked)}]${path.sub === undefined ? '' : `.${path.sub}`}`
}

/** The segments of a name or path, without what stands in brackets. */
export function segmentsAt(text: string): string[] {
  if (!text.includes('[')) return segmentsOf(text)
  const path = tried(parsePatchPath, text)
  const bare = path ? [path.attr.text, path.sub].filter(Boolean).join('.') : text.replace(/\[.*\]?/s, '')
  return segmentsOf(bare)
}

function maskLiterals(filter: Filter, before: readonly string[], names: RedactedNames, found: Found): Filter {
  switch (filter.kind) {
    case 'present':
      return filter
    case 'compare': {
      const path = [...before, ...segmentsOf(filter.path.text)]
      if (!names.covers(path) && !names.hidesPlain(path)) return filter
      found(filter.value)
      return { ...filter, value: MASK }
    }
    case 'valuePath': {
      const inner = maskLiterals(filter.filter, segmentsOf(filter.path.text), names, found)
      return inner === filter.filter ? filter : { ...filter, filter: inner }
    }
    case 'not': {
      const operand = maskLiterals(filter.operand, before, names, found)
      return operand === filter.operand ? filter : { ...filter, operand }
    }
    default: {
      const operands = filter.operands.map((each) => maskLiterals(each, before, names, found))
      return operands.every((each, index) => each === filter.operands[index]) ? filter : { ...filter, operands }
    }
  }
}

function left(text: string, names: RedactedNames, found: Found): string {
  for (const [word, quoted] of text.matchAll(/"((?:[^"\\]|\\.)*)"?|[^\s()[\]"]+/g))
    if (quoted !== undefined || !(OPERATOR.test(word) || names.mayHold(word))) found(quoted ?? word)
  return MASK
}

const OPERATOR = /^(eq|ne|co|sw|ew|gt|ge|lt|le|pr|and|or|not)$/i

function tried<T extends Filter | PatchPath>(parse: (text: string) => T, text: string): T | undefined {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
