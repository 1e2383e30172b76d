import { parseFilter, ScimError, type Filter } from '@/lib/scim'
import type { BadExpression } from './spec'

/** What an administrator wrote can't be read as a filter, or asks for what there isn't. */
export class ExpressionError extends Error {
  constructor(readonly fault: BadExpression) {
    super(fault.message)
    this.name = 'ExpressionError'
  }
}

/**
 * Reads an expression as the endpoint reads its `filter` parameter.
 * @param check compiles a filter, to find the comparison that can't be searched
 * @throws ExpressionError saying what is wrong and where
 */
export function readExpression(text: string, check: (filter: Filter) => unknown): Filter {
  const filter = refusedAt(undefined, () => parseFilter(text))
  for (const part of comparisons(filter)) refusedAt(part.at, () => check(part))
  return filter
}

function refusedAt<T>(at: number | undefined, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    const column = error.at ?? at
    throw new ExpressionError({ message: error.detail, ...(column !== undefined && { column }) })
  }
}

type Leaf = Extract<Filter, { at: number }>

function comparisons(filter: Filter): Leaf[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.flatMap(comparisons)
    case 'not':
      return comparisons(filter.operand)
    case 'valuePath':
      // Brackets choose from elements: each comparison in them is looked at on its own.
      return comparisons(filter.filter).map((inner) => ({ ...filter, filter: inner, at: inner.at }))
    default:
      return [filter]
  }
}
