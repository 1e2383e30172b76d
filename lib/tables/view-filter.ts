import { parseFilter, type Filter } from '@/lib/scim'
import { expressionOf } from './expression'
import { readExpression } from './read-expression'
import type { TableSpec } from './spec'
import type { ViewState } from './view-state'

/**
 * The SCIM filter that a view asks for: its form's filters, and its expression. Undefined when it shows everything.
 * @param check compiles a filter for the table, and throws ScimError for what can't be searched
 * @throws ExpressionError when the expression can't be read or searched
 */
export function filterOf(
  spec: TableSpec,
  view: Pick<ViewState, 'filters' | 'expression'>,
  now: Date,
  check: (filter: Filter) => unknown,
): Filter | undefined {
  const form = expressionOf(spec, view.filters, now)
  const parts = [
    ...(form ? [parseFilter(form)] : []),
    ...(view.expression === undefined ? [] : [readExpression(view.expression, check)]),
  ].flatMap((part) => (part.kind === 'and' ? part.operands : [part]))
  // One `and`, whose parts the searches look at for an index.
  return parts.length > 1 ? { kind: 'and', operands: parts } : parts[0]
}
