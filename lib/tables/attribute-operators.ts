import type { AttributeOption, TextOperator } from './spec'

type Operators = [TextOperator, ...TextOperator[]]

const operators: Record<NonNullable<AttributeOption['type']>, Operators> = {
  text: ['is', 'isNot', 'contains', 'startsWith', 'endsWith', 'empty', 'notEmpty'],
  // Of a yes or no, "is not" is the other one.
  flag: ['is', 'empty', 'notEmpty'],
  number: ['is', 'isNot', 'atLeast', 'atMost', 'empty', 'notEmpty'],
  time: ['atLeast', 'atMost', 'empty', 'notEmpty'],
}

/** The operators that fit an attribute's type, the usual one first. */
export const operatorsOf = ({ type = 'text' }: Pick<AttributeOption, 'type'>): Operators => operators[type]

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/

/** Whether a text can be compared with an attribute's values. */
export function isComparable({ type }: Pick<AttributeOption, 'type'>, text: string): boolean {
  if (type === 'flag') return /^\s*(true|false)\s*$/i.test(text)
  if (type === 'number') return NUMBER.test(text.trim())
  return type !== 'time' || !Number.isNaN(Date.parse(text))
}
