import type { Filter } from './ast'

/** Writes a filter in the grammar of RFC 7644 §3.4.2.2, with no more brackets than it needs: parsing it gives the same tree. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return filter.operands
        .map((operand) => (operand.kind === 'or' ? group(operand) : printFilter(operand)))
        .join(' or ')
    case 'and':
      return filter.operands
        .map((operand) => (operand.kind === 'or' || operand.kind === 'and' ? group(operand) : printFilter(operand)))
        .join(' and ')
    case 'not':
      return `not ${group(filter.operand)}`
    case 'present':
      return `${filter.path.text} pr`
    case 'compare':
      return `${filter.path.text} ${filter.op} ${JSON.stringify(filter.value)}`
    case 'valuePath':
      return `${filter.path.text}[${printFilter(filter.filter)}]`
  }
}

function group(filter: Filter): string {
  return `(${printFilter(filter)})`
}
