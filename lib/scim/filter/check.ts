import { invalidFilter } from '../error'
import type { Reading } from '../patch/quirks/leniency'
import { type ResolvedAttr, resolveAttr, resolveSubAttr } from '../path/resolve'
import type { Registry, ResourceTypeName } from '../schema/types'
import type { Filter } from './ast'
import { unknownAttribute } from './evaluate'
import { checkStored, typeLiteral } from './typed-literal'

/**
 * Checks that every attribute of a filter is known to one of the resource types and can be compared as the filter asks, whatever
 * the data. Throws invalidFilter naming what is wrong.
 */
export function checkFilter(
  registry: Registry,
  types: readonly ResourceTypeName[],
  filter: Filter,
  reading?: Reading,
): void {
  walk(filter, (path) => types.flatMap((type) => resolveAttr(registry, type, path, reading?.notes) ?? []), reading)
}

/** The same for the filter in the brackets of a value path. */
export function checkElementFilter(parent: ResolvedAttr, filter: Filter, reading?: Reading): void {
  walk(filter, (path) => resolveSubAttr(parent, path) ?? [], reading)
}

type Resolve = (path: { text: string }) => ResolvedAttr[] | ResolvedAttr

function walk(filter: Filter, resolve: Resolve, reading: Reading | undefined): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      for (const operand of filter.operands) walk(operand, resolve, reading)
      return
    case 'not':
      walk(filter.operand, resolve, reading)
      return
    case 'compare':
      for (const target of known(filter.path, resolve)) typeLiteral(target, filter.op, filter.value, reading)
      return
    case 'present':
      for (const target of known(filter.path, resolve)) checkStored(target)
      return
    case 'valuePath':
      for (const target of known(filter.path, resolve)) {
        if (target.sub && filter.path.text.toLowerCase().endsWith(`.${target.sub.name.toLowerCase()}`)) {
          throw invalidFilter(`"${filter.path.text}" is one value; brackets go after an attribute such as emails.`)
        }
        if (target.attribute.type !== 'complex' && !target.attribute.multiValued)
          throw invalidFilter(`"${filter.path.text}" is one value without parts; leave out the brackets.`)
        checkElementFilter(target, filter.filter, reading)
      }
  }
}

function known(path: { text: string }, resolve: Resolve): ResolvedAttr[] {
  const targets = [resolve(path)].flat()
  if (targets.length === 0) throw unknownAttribute(path.text)
  return targets
}
