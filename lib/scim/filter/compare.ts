import { compareText } from '../fold'
import type { Json } from '../json'
import { readInstant } from '../instant'
import type { ResolvedAttr } from '../path/resolve'
import type { CompareOp } from './ast'
import { foldText, type TypedLiteral } from './typed-literal'

/**
 * Whether any of the values compares as asked. `ne` is true where there is none, and where any value differs; `eq null` means that
 * there is none, `ne null` that there is one.
 */
export function compareValues(target: ResolvedAttr, values: Json[], op: CompareOp, literal: TypedLiteral): boolean {
  if (literal.kind === 'none') return op === 'eq' ? values.length === 0 : values.length > 0
  if (op === 'ne' && values.length === 0) return true
  return values.some((value) => compareValue(target, value, op, literal))
}

function compareValue(
  target: ResolvedAttr,
  value: Json,
  op: CompareOp,
  literal: Exclude<TypedLiteral, { kind: 'none' }>,
): boolean {
  if (literal.kind === 'boolean') return (value === literal.value) === (op === 'eq')
  if (literal.kind === 'number') return typeof value === 'number' && ordered(value - literal.value, op)
  if (typeof value !== 'string') return false
  if (literal.kind === 'instant') {
    const stored = readInstant(value)
    // Without their Z the texts order as the instants do, whatever the length of the fraction.
    return stored !== undefined && ordered(compareText(stored.slice(0, -1), literal.value.slice(0, -1)), op)
  }
  const text = foldText(target, value)
  if (op === 'co') return text.includes(literal.value)
  if (op === 'sw') return text.startsWith(literal.value)
  if (op === 'ew') return text.endsWith(literal.value)
  return ordered(compareText(text, literal.value), op)
}

function ordered(difference: number, op: CompareOp): boolean {
  switch (op) {
    case 'eq':
      return difference === 0
    case 'ne':
      return difference !== 0
    case 'gt':
      return difference > 0
    case 'ge':
      return difference >= 0
    case 'lt':
      return difference < 0
    default:
      // le: an operator that does not go with the type was refused before (typed-literal.ts).
      return difference <= 0
  }
}
