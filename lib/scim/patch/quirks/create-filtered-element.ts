import type { Filter } from '../../filter/ast'
import type { JsonObject } from '../../json'
import { type ResolvedAttr, resolveSubAttr } from '../../path/resolve'
import { isWritable, readSingle } from '../../resource/read-value'
import type { Leniency, Reading } from './leniency'

/**
 * Interop: `emails[type eq "work"].value` where no e-mail is of that type makes one, with what the filter says. RFC 7644 §3.5.2.3
 * would answer noTarget.
 */
export const createFilteredElement: Leniency = {
  code: 'create-filtered-element',
  title: 'A value path that matches nothing creates the value it describes',
  clients: ['Entra', 'Microsoft SCIM Validator'],
}

/** The sub-attributes that a filter says: `eq`, or `and` of `eq`. Undefined for any other filter. */
export function describedBy(parent: ResolvedAttr, filter: Filter, reading: Reading): JsonObject | undefined {
  const described: JsonObject = {}
  for (const part of filter.kind === 'and' ? filter.operands : [filter]) {
    if (part.kind !== 'compare' || part.op !== 'eq' || part.value === null) return undefined
    // The filter was checked before, and is about the parts of a complex attribute.
    const { leaf, name } = resolveSubAttr(parent, part.path)!
    if (!isWritable(leaf)) return undefined
    const value = readSingle(leaf, part.value, name, reading)!
    described[leaf.name] = leaf.multiValued ? [value] : value
  }
  return described
}
