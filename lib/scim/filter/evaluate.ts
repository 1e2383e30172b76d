import { invalidFilter } from '../error'
import { isObject, type Json, type JsonObject } from '../json'
import type { Reading } from '../patch/quirks/leniency'
import { type ResolvedAttr, resolveAmong, resolveSubAttr } from '../path/resolve'
import type { Registry, ResourceTypeName } from '../schema/types'
import type { Filter } from './ast'
import { compareValues } from './compare'
import { typeLiteral } from './typed-literal'
import { isPresent, isPrimary, valuesAt } from './values'

/**
 * Whether a document satisfies a filter. The document may hold id, meta, groups and members beside what is stored. Where several
 * types are searched, what another type alone has is an attribute without a value (RFC 7644 §3.4.2.1). Throws invalidFilter for an
 * attribute unknown to all of them and for what can't be compared.
 */
export function evaluateFilter(
  registry: Registry,
  type: ResourceTypeName,
  filter: Filter,
  document: JsonObject,
  searched: readonly ResourceTypeName[] = [type],
  reading?: Reading,
): boolean {
  const resolve = (path: { text: string }) => resolveAmong(registry, type, searched, path, reading?.notes)
  return evaluate(
    filter,
    resolve,
    (target, comparing) => (target.type === type ? valuesAt(document, target, comparing) : []),
    reading,
    (target, inner) => {
      if (target.type !== type) return false
      const holder = target.extension ? document[target.schema] : document
      const value = isObject(holder) ? holder[target.attribute.name] : undefined
      const elements = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
      return elements.some((element) => evaluateElement(target, inner, element, reading))
    },
  )
}

/** Whether one value of a multi-valued attribute satisfies the filter in the brackets of a value path. */
export function evaluateElement(parent: ResolvedAttr, filter: Filter, element: Json, reading?: Reading): boolean {
  const resolve = (path: { text: string }) => resolveSubAttr(parent, path)
  return evaluate(
    filter,
    resolve,
    (target, comparing) => {
      if (!isObject(element)) return [element]
      const value = element[target.leaf.name]
      if (Array.isArray(value)) return value
      if (value !== undefined && value !== null) return [value]
      return comparing && isPrimary(target) ? [false] : []
    },
    reading,
  )
}

/** Reads the values of an attribute; a missing `primary` counts as false when they are compared. */
type Read = (target: ResolvedAttr, comparing: boolean) => Json[]

function evaluate(
  filter: Filter,
  resolve: (path: { text: string }) => ResolvedAttr | undefined,
  read: Read,
  reading: Reading | undefined,
  descend?: (target: ResolvedAttr, inner: Filter) => boolean,
): boolean {
  const known = (path: { text: string }) => {
    const target = resolve(path)
    if (!target) throw unknownAttribute(path.text)
    return target
  }
  const walk = (node: Filter): boolean => {
    switch (node.kind) {
      case 'and':
        return node.operands.every(walk)
      case 'or':
        return node.operands.some(walk)
      case 'not':
        return !walk(node.operand)
      case 'present':
        return read(known(node.path), false).some(isPresent)
      case 'compare': {
        const target = known(node.path)
        return compareValues(target, read(target, true), node.op, typeLiteral(target, node.op, node.value, reading))
      }
      case 'valuePath':
        // The grammar has no brackets inside brackets.
        return descend!(known(node.path), node.filter)
    }
  }
  return walk(filter)
}

/** The refusal of a filter that names nothing known. */
export function unknownAttribute(text: string) {
  return invalidFilter(`There is no attribute "${text}" that can be searched.`)
}
