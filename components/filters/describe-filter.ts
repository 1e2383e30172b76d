import { isUnary, type AttributeTerm, type FilterValue } from '@/lib/tables/filter-value'
import type { AttributeOption, FilterSpec, Option, TextOperator } from '@/lib/tables/spec'
import { shortTime } from '../ui/format-time'

const operatorWords: Record<TextOperator, string> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  atLeast: 'is at least',
  atMost: 'is at most',
  empty: 'is empty',
  notEmpty: 'is not empty',
}

/** An operator as it is said of values of a type. */
export const operatorWord = (op: TextOperator, type?: AttributeOption['type']) =>
  (type === 'time' && { atLeast: 'since', atMost: 'until' }[op as string]) || operatorWords[op]

export interface FilterWords {
  key: string
  /** Missing where nothing is chosen. */
  operator?: string
  /** Missing after operators that need none, too. */
  value?: string
}

interface Clock {
  zone: string
  now: Date
}

const labelOf = (options: Option[], value: string) => options.find((option) => option.value === value)?.label ?? value
const text = (op: TextOperator, value: string) => ({
  operator: operatorWords[op],
  ...(!isUnary(op) && { value }),
})

/** A filter as its chip says it: `Status` `is` `Active`. `clock` says how times are shown. An attribute filter has a chip per term. */
export function describeFilter(spec: FilterSpec, value: FilterValue | undefined, clock: Clock): FilterWords[] {
  const key = spec.title
  if (spec.kind === 'attribute' && value?.kind === 'attribute')
    return value.terms.map((term) => describeTerm(spec.options, term, clock))
  if (spec.kind === 'text' && value?.kind === 'text') return [{ key, ...text(value.op, value.text) }]
  if (spec.kind === 'oneOf' && value?.kind === 'oneOf')
    return [{ key, operator: 'is', value: labelOf(spec.options, value.value) }]
  if (spec.kind === 'anyOf' && value?.kind === 'anyOf') {
    const operator = value.values.length > 1 ? 'is any of' : 'is'
    return [{ key, operator, value: value.values.map((each) => labelOf(spec.options, each)).join(', ') }]
  }
  if (spec.kind === 'timeRange' && value?.kind === 'timeRange')
    return [{ key, ...describeRange(spec.presets, value, clock) }]
  return [{ key }]
}

function describeTerm(
  options: AttributeOption[],
  { attribute, op, text }: AttributeTerm,
  { zone, now }: Clock,
): FilterWords {
  const type = options.find(({ value }) => value === attribute)?.type
  const said = { key: labelOf(options, attribute), operator: operatorWord(op, type) }
  if (isUnary(op)) return said
  if (type === 'flag') return { ...said, value: flagWords[text.trim().toLowerCase()] }
  return { ...said, value: type === 'time' ? shortTime(new Date(text), zone, now) : text }
}

/** A yes or no, by what stands in the URL. */
export const flagWords: Record<string, string> = { true: 'Yes', false: 'No' }

function describeRange(presets: Option[], value: Extract<FilterValue, { kind: 'timeRange' }>, { zone, now }: Clock) {
  if ('preset' in value) return { operator: 'in the last', value: labelOf(presets, value.preset) }
  const [from, to] = [value.from, value.to].map((at) => at && shortTime(new Date(at), zone, now))
  if (from && to) return { operator: 'between', value: `${from} and ${to}` }
  return from ? { operator: 'since', value: from } : { operator: 'until', value: to ?? '' }
}
