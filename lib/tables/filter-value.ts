import { isComparable, operatorsOf } from './attribute-operators'
import type { FilterKind, FilterSpec, TextOperator } from './spec'

export interface AttributeTerm {
  attribute: string
  op: TextOperator
  text: string
}

/** The value of an applied filter, by the kind of its spec. */
export type FilterValue =
  | { kind: 'text'; op: TextOperator; text: string }
  | { kind: 'oneOf'; value: string }
  | { kind: 'anyOf'; values: string[] }
  | { kind: 'timeRange'; preset: string }
  /** ISO 8601; a missing end is open. */
  | { kind: 'timeRange'; from?: string; to?: string }
  | { kind: 'attribute'; terms: AttributeTerm[] }

/** Operators that stand alone, without a text. */
export const isUnary = (op: TextOperator) => op === 'empty' || op === 'notEmpty'

type SpecOf<K extends FilterKind> = Extract<FilterSpec, { kind: K }>
interface Read {
  value?: FilterValue
  dropped: string[]
}

const printTerm = (op: TextOperator, text: string) => (isUnary(op) ? op : `${op}:${text}`)

function readTerm(operators: readonly TextOperator[], text: string): { op: TextOperator; text: string } | undefined {
  const colon = text.indexOf(':')
  const op = operators.find((name) => name === (colon < 0 ? text : text.slice(0, colon)))
  if (!op || isUnary(op) !== colon < 0) return undefined
  const rest = colon < 0 ? '' : text.slice(colon + 1)
  return isUnary(op) || rest !== '' ? { op, text: rest } : undefined
}

/** What stands in the URL for a filter's value: one text per occurrence of the parameter. */
export function printFilterValue(value: FilterValue): string[] {
  switch (value.kind) {
    case 'text':
      return [printTerm(value.op, value.text)]
    case 'oneOf':
      return [value.value]
    case 'anyOf':
      return [value.values.join(',')]
    case 'timeRange':
      return ['preset' in value ? value.preset : `${value.from ?? ''}..${value.to ?? ''}`]
    case 'attribute':
      // The name of a custom extension's attribute holds colons.
      return value.terms.map((term) => `${encodeURIComponent(term.attribute)}:${printTerm(term.op, term.text)}`)
  }
}

/** Reads what `printFilterValue` wrote; `dropped` has the texts that no longer mean anything under this spec. */
export function readFilterValue(spec: FilterSpec, texts: string[]): Read {
  const [first = '', ...more] = texts
  if (spec.kind === 'attribute') return readAttributeTerms(spec, texts)
  if (spec.kind === 'anyOf') return readAnyOf(spec, texts)
  const value = readOne(spec, first)
  return value ? { value, dropped: more } : { dropped: texts }
}

function readOne(spec: SpecOf<'text' | 'oneOf' | 'timeRange'>, text: string): FilterValue | undefined {
  if (spec.kind === 'text') {
    const term = readTerm(spec.operators, text)
    return term && { kind: 'text', ...term }
  }
  if (spec.kind === 'oneOf')
    return spec.options.some((option) => option.value === text) ? { kind: 'oneOf', value: text } : undefined
  if (spec.presets.some((preset) => preset.value === text)) return { kind: 'timeRange', preset: text }
  return readRange(text)
}

function readRange(text: string): FilterValue | undefined {
  const ends = text.split('..')
  if (ends.length !== 2 || ends.every((end) => end === '')) return undefined
  const [from, to] = ends.map((end) => (end === '' ? undefined : new Date(end)))
  for (const end of [from, to]) if (end && Number.isNaN(end.getTime())) return undefined
  if (from && to && from > to) return undefined
  return {
    kind: 'timeRange',
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  }
}

function readAnyOf(spec: SpecOf<'anyOf'>, texts: string[]): Read {
  const given = [...new Set(texts.flatMap((text) => text.split(',')))]
  const known = spec.options.map((option) => option.value)
  const values = known.filter((value) => given.includes(value))
  const dropped = given.filter((value) => !known.includes(value))
  return values.length > 0 ? { value: { kind: 'anyOf', values }, dropped } : { dropped }
}

function readAttributeTerms(spec: SpecOf<'attribute'>, texts: string[]): Read {
  const terms: AttributeTerm[] = []
  const dropped: string[] = []
  for (const text of texts) {
    const colon = text.indexOf(':')
    const option = spec.options.find(({ value }) => encodeURIComponent(value) === text.slice(0, colon))
    const term = option && readTerm(operatorsOf(option), text.slice(colon + 1))
    if (term && (isUnary(term.op) || isComparable(option, term.text))) terms.push({ attribute: option.value, ...term })
    else dropped.push(text)
  }
  return terms.length > 0 ? { value: { kind: 'attribute', terms }, dropped } : { dropped }
}
