import { isObject, type Json, valueOf } from '../json'
import type { BulkOperation } from './bulk-request'

// RFC 7644 §3.7.2: a whole value in the data, or the id in a path.
const IN_DATA = /^bulkId:(.+)$/s
const IN_PATH = /^(\/*[^/?]+\/+)bulkId:([^/?]+)/

/** The bulkIds that an operation refers to, in its path and anywhere in its data, each once. */
export function referencesOf({ path, data, refusal }: BulkOperation): Set<string> {
  const found = new Set<string>()
  // One without a path is refused.
  if (refusal) return found
  const inPath = IN_PATH.exec(path!)?.[2]
  if (inPath !== undefined) found.add(inPath)
  collect(data, found)
  return found
}

function collect(value: Json | undefined, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found)
  else if (isObject(value)) for (const name of Object.keys(value)) collect(value[name], found)
  else {
    const bulkId = referenceIn(value)
    if (bulkId !== undefined) found.add(bulkId)
  }
}

const referenceIn = (value: Json | undefined) => (typeof value === 'string' ? IN_DATA.exec(value)?.[1] : undefined)

/** The operation with ids in place of its references. Throws what `idOf` throws. */
export function resolveReferences(operation: BulkOperation, idOf: (bulkId: string) => string): BulkOperation {
  if (referencesOf(operation).size === 0) return operation
  const { path, data } = operation
  return {
    ...operation,
    path: path?.replace(IN_PATH, (_, before: string, bulkId: string) => before + idOf(bulkId)),
    data: data === undefined ? undefined : resolve(data, idOf),
  }
}

function resolve(value: Json, idOf: (bulkId: string) => string): Json {
  if (Array.isArray(value)) return value.map((each) => resolve(each, idOf))
  // Built from entries: "__proto__" is a name like any other.
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner, idOf)]))
  const bulkId = referenceIn(value)
  return bulkId === undefined ? value : idOf(bulkId)
}

/**
 * Takes the members that refer to some bulkIds out of the POST of a group, so that it can be made before they are.
 * @returns undefined where it refers to them otherwise too, or is no POST of a group
 */
export function splitMembers(
  operation: BulkOperation,
  bulkIds: ReadonlySet<string>,
): { operation: BulkOperation; later: string[] } | undefined {
  const { path, data } = operation
  if (!isObject(data) || !/^\/*Groups\/*(?:\?|$)/.test(path!)) return undefined
  const later = new Set<string>()
  const rest = Object.entries(data).map(([name, value]): [string, Json] => {
    if (name.toLowerCase() !== 'members') return [name, value]
    const kept = (Array.isArray(value) ? value : [value]).filter((member) => {
      const bulkId = referenceIn(isObject(member) ? valueOf(member, 'value') : member)
      if (bulkId === undefined || !bulkIds.has(bulkId)) return true
      later.add(bulkId)
      return false
    })
    return [name, kept]
  })
  const without = { ...operation, data: Object.fromEntries(rest) }
  if ([...referencesOf(without)].some((bulkId) => bulkIds.has(bulkId))) return undefined
  return { operation: without, later: [...later] }
}
