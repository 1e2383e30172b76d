import { isUnary, type FilterValue } from './filter-value'
import type { AttributeOption, FilterSpec, TableSpec, TermOption, TextOperator } from './spec'
import { timeBounds } from './time-range'
import { standsBeside } from './view-state'

/** Writes a text in a SCIM filter: strings are JSON strings (RFC 7644 §3.4.2.2). */
export const literal = (text: string) => JSON.stringify(text)

/** `value` as it is written in a filter. "is not" means that no value equals, also on multi-valued attributes, where `ne` means that some value differs. */
function term(path: string, op: TextOperator, value: string): string {
  switch (op) {
    case 'is':
      return `${path} eq ${value}`
    case 'isNot':
      return `not (${path} eq ${value})`
    case 'contains':
      return `${path} co ${value}`
    case 'startsWith':
      return `${path} sw ${value}`
    case 'endsWith':
      return `${path} ew ${value}`
    case 'atLeast':
      return `${path} ge ${value}`
    case 'atMost':
      return `${path} le ${value}`
    case 'empty':
      return `not (${path} pr)`
    case 'notEmpty':
      return `${path} pr`
  }
}

function attributeTerm(options: AttributeOption[], attribute: string, op: TextOperator, text: string): string {
  const type = options.find((option) => option.value === attribute)?.type
  const value = text.trim()
  // Booleans and numbers stand without quotes (RFC 7644 §3.4.2.2).
  const bare = type === 'flag' ? value.toLowerCase() : type === 'number' ? String(Number(value)) : literal(text)
  return term(attribute, op, bare)
}

function timeTerms(path: string, value: FilterValue, now: Date): string[] {
  const { from, to } = timeBounds(value, now)
  return [
    ...(from ? [`${path} ge ${literal(from.toISOString())}`] : []),
    ...(to ? [`${path} le ${literal(to.toISOString())}`] : []),
  ]
}

const optionTerms = (options: TermOption[], values: string[]): string[] => {
  const terms = options.flatMap((option) => (values.includes(option.value) ? (option.term ?? []) : []))
  return terms.length > 1 ? [`(${terms.join(' or ')})`] : terms
}

function termsOf(filter: FilterSpec, value: FilterValue, now: Date): string[] {
  if (filter.kind === 'text' && value.kind === 'text') {
    const text = value.text.trim()
    return filter.path && (isUnary(value.op) || text) ? [term(filter.path, value.op, literal(text))] : []
  }
  if (filter.kind === 'timeRange' && value.kind === 'timeRange')
    return filter.path ? timeTerms(filter.path, value, now) : []
  if (filter.kind === 'oneOf' && value.kind === 'oneOf') return optionTerms(filter.options, [value.value])
  if (filter.kind === 'anyOf' && value.kind === 'anyOf') return optionTerms(filter.options, value.values)
  if (filter.kind === 'attribute' && value.kind === 'attribute')
    return value.terms.map(({ attribute, op, text }) => attributeTerm(filter.options, attribute, op, text))
  return []
}

/**
 * Filters of a form as the SCIM filter that they stand for, in the spec's order; empty when nothing is filtered. Times that
 * count back do so from `now`. A filter without a path is left out.
 */
export const expressionOf = (spec: TableSpec, filters: Record<string, FilterValue>, now: Date): string =>
  spec.filters
    .flatMap((filter) => {
      const value = filters[filter.id]
      return value ? termsOf(filter, value, now) : []
    })
    .join(' and ')

/** The table as its form is in an expression's terms: without the filters that keep their chip beside one. */
export const formPart = (spec: TableSpec): TableSpec => ({
  ...spec,
  filters: spec.filters.filter((filter) => !standsBeside(spec, filter)),
})

/** An expression narrowed by another condition. */
export const narrowed = (expression: string, condition: string): string =>
  // A text that has the word gets brackets that it does not need.
  `${/\bor\b/i.test(expression) ? `(${expression})` : expression} and ${condition}`
