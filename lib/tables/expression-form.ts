import { parseFilter, printFilter, type Comparison, type Filter } from '@/lib/scim'
import { isComparable, operatorsOf } from './attribute-operators'
import { expressionOf, formPart } from './expression'
import { isUnary, type AttributeTerm, type FilterValue } from './filter-value'
import type { FilterSpec, TableSpec, TextOperator } from './spec'

type Filters = Record<string, FilterValue>
type SpecOf<K extends FilterSpec['kind']> = Extract<FilterSpec, { kind: K }>

/**
 * The form's filters that stand for an expression; undefined when the form has no fields for all that it says, and no way to
 * say it. What comes back prints as an equal filter, in the spec's order.
 */
export function formOf(table: TableSpec, filter: Filter): Filters | undefined {
  const spec = formPart(table)
  const parts = filter.kind === 'and' ? filter.operands : [filter]
  const filters: Filters = {}
  for (const part of parts) {
    const placed = spec.filters.some((field) => {
      const value = withPart(field, filters[field.id], part)
      if (value) filters[field.id] = value
      return value !== undefined
    })
    if (!placed) return undefined
  }
  // Whatever the fields made of it: what they stand for has to be what was written.
  const shown = expressionOf(spec, filters, new Date(0))
  return shown && normal(parseFilter(shown)) === normal(filter) ? filters : undefined
}

/** A field's value with one more condition; undefined when the field can't say it. */
function withPart(field: FilterSpec, before: FilterValue | undefined, part: Filter): FilterValue | undefined {
  switch (field.kind) {
    case 'text':
      return before || !field.path ? undefined : textValue(field, part, field.path)
    case 'timeRange':
      return field.path ? timeValue(field.path, before, part) : undefined
    case 'oneOf': {
      const value = before ? undefined : optionFor(field, part)
      return value === undefined ? undefined : { kind: 'oneOf', value }
    }
    case 'anyOf':
      return before ? undefined : anyValue(field, part)
    case 'attribute':
      return attributeValue(field, before, part)
  }
}

interface Condition {
  path: string
  op: TextOperator
  value: Comparison['value']
}

const operatorOf: Partial<Record<Comparison['op'], TextOperator>> = {
  eq: 'is',
  co: 'contains',
  sw: 'startsWith',
  ew: 'endsWith',
  ge: 'atLeast',
  le: 'atMost',
}

function conditionOf(part: Filter): Condition | undefined {
  if (part.kind === 'present') return { path: part.path.text, op: 'notEmpty', value: '' }
  if (part.kind === 'not') {
    const { operand } = part
    if (operand.kind === 'present') return { path: operand.path.text, op: 'empty', value: '' }
    return operand.kind === 'compare' && operand.op === 'eq'
      ? { path: operand.path.text, op: 'isNot', value: operand.value }
      : undefined
  }
  const op = part.kind === 'compare' ? operatorOf[part.op] : undefined
  return part.kind === 'compare' && op ? { path: part.path.text, op, value: part.value } : undefined
}

const samePath = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function textValue(field: SpecOf<'text'>, part: Filter, path: string): FilterValue | undefined {
  const condition = conditionOf(part)
  if (!condition || !samePath(condition.path, path) || !field.operators.includes(condition.op)) return undefined
  return typeof condition.value === 'string' ? { kind: 'text', op: condition.op, text: condition.value } : undefined
}

function attributeValue(
  field: SpecOf<'attribute'>,
  before: FilterValue | undefined,
  part: Filter,
): FilterValue | undefined {
  const condition = conditionOf(part)
  const option = condition && field.options.find(({ value }) => samePath(value, condition.path))
  if (!option || condition.value === null || !operatorsOf(option).includes(condition.op)) return undefined
  const term: AttributeTerm = { attribute: option.value, op: condition.op, text: String(condition.value) }
  if (!isUnary(term.op) && !isComparable(option, term.text)) return undefined
  return { kind: 'attribute', terms: [...(before?.kind === 'attribute' ? before.terms : []), term] }
}

function timeValue(path: string, before: FilterValue | undefined, part: Filter): FilterValue | undefined {
  if (part.kind !== 'compare' || !samePath(part.path.text, path)) return undefined
  const end = part.op === 'ge' ? 'from' : part.op === 'le' ? 'to' : undefined
  const ends: { from?: string; to?: string } = before?.kind === 'timeRange' && !('preset' in before) ? before : {}
  if (!end || ends[end] || typeof part.value !== 'string' || Number.isNaN(Date.parse(part.value))) return undefined
  const range = { ...ends, [end]: new Date(part.value).toISOString() }
  return range.from && range.to && range.from > range.to ? undefined : { kind: 'timeRange', ...range }
}

/** The option whose term this is. */
const optionFor = (field: SpecOf<'oneOf' | 'anyOf'>, part: Filter): string | undefined =>
  field.options.find(({ term }) => term && normal(parseFilter(term)) === normal(part))?.value

function anyValue(field: SpecOf<'anyOf'>, part: Filter): FilterValue | undefined {
  const found = (part.kind === 'or' ? part.operands : [part]).map((each) => optionFor(field, each))
  const values = field.options.map(({ value }) => value).filter((value) => found.includes(value))
  return found.includes(undefined) ? undefined : { kind: 'anyOf', values }
}

/** One text for filters that say the same but for the order of their parts, the case of their paths, and how a time is written. */
function normal(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.operands.map(normal).sort().join(` ${filter.kind} `)})`
    case 'not':
      return `not (${normal(filter.operand)})`
    case 'compare': {
      const { value } = filter
      const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]{8}(\.\d{1,3})?Z$/.test(value)
      return printFilter({
        ...filter,
        path: { ...filter.path, text: filter.path.text.toLowerCase() },
        value: time ? new Date(value).toISOString() : value,
      })
    }
    case 'present':
      return printFilter({ ...filter, path: { ...filter.path, text: filter.path.text.toLowerCase() } })
    case 'valuePath':
      return printFilter(filter)
  }
}
