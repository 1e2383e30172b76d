import { invalidFilter } from '../error'
import { foldKey, foldName } from '../fold'
import { readInstant } from '../instant'
import { booleanOf, booleanStrings } from '../patch/quirks/boolean-strings'
import { allows, type Reading } from '../patch/quirks/leniency'
import type { ResolvedAttr } from '../path/resolve'
import { isOwnReference } from '../resource/read-value'
import type { AttributeType } from '../schema/types'
import type { CompareOp, Literal } from './ast'

/**
 * A compare value in the terms of its attribute. `text` is folded where the attribute ignores case; `instant` is UTC with as many
 * digits of fraction as matter; `none` stands for null.
 */
export type TypedLiteral =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'instant'; value: string }
  | { kind: 'none' }

const SUBSTRING: readonly CompareOp[] = ['co', 'sw', 'ew']
const EQUALITY: readonly CompareOp[] = ['eq', 'ne']

/** Types the value that an attribute is compared with. Throws invalidFilter where operator, value and attribute don't go together. */
export function typeLiteral(
  target: Pick<ResolvedAttr, 'type' | 'leaf' | 'name'>,
  op: CompareOp,
  value: Literal,
  reading?: Reading,
): TypedLiteral {
  const { leaf, name } = target
  checkStored(target)
  if (leaf.type === 'complex') {
    const parts = leaf.subAttributes?.map((sub) => `${name}.${sub.name}`).join(', ')
    throw invalidFilter(`${name} has several parts. Compare one of them: ${parts}.`)
  }
  if (value === null) {
    if (EQUALITY.includes(op)) return { kind: 'none' }
    throw invalidFilter(`${name} ${op} null means nothing. Only eq and ne go with null.`)
  }
  checkOperator(leaf.type, op, name)
  switch (leaf.type) {
    case 'boolean':
      return { kind: 'boolean', value: readBoolean(value, name, reading) }
    case 'integer':
    case 'decimal':
      if (typeof value === 'number') return { kind: 'number', value }
      throw invalidFilter(`${name} is a number: compare it with one, without quotes.`)
    case 'dateTime': {
      const instant = typeof value === 'string' ? readInstant(value) : undefined
      if (instant) return { kind: 'instant', value: instant }
      throw invalidFilter(`${name} is a point in time: compare it with one such as "2026-03-01T09:30:00Z".`)
    }
    default:
      if (typeof value === 'string') return { kind: 'text', value: foldText(target, value, SUBSTRING.includes(op)) }
      throw invalidFilter(`${name} is text: put the value in double quotes, such as ${name} ${op} "${String(value)}".`)
  }
}

/** Throws invalidFilter for an attribute that no stored resource has: it would be searched in vain. */
export function checkStored({ leaf, name }: Pick<ResolvedAttr, 'leaf' | 'name'>): void {
  if (leaf.returned === 'never') throw invalidFilter(`${name} is never stored, so it can't be searched.`)
  if (isOwnReference(leaf)) throw invalidFilter(`${name} is made when answering, so it can't be searched.`)
}

/** Folds a text as the attribute's stored copy is folded. Part of a name keeps its blanks. */
export function foldText(target: Pick<ResolvedAttr, 'type' | 'leaf' | 'name'>, text: string, part = false): string {
  if (target.leaf.caseExact) return text
  return !part && isNameAttribute(target) ? foldName(text) : foldKey(text)
}

/** Names whose key is trimmed too: userName, and displayName of a group. */
export function isNameAttribute(target: Pick<ResolvedAttr, 'type' | 'name'>): boolean {
  return target.name === (target.type === 'User' ? 'userName' : 'displayName')
}

/** Booleans and binary data have no order, and only text has parts (RFC 7644 §3.4.2.2). */
function checkOperator(type: AttributeType, op: CompareOp, name: string): void {
  const ordered = type !== 'boolean' && type !== 'binary'
  const textual = type === 'string' || type === 'reference' || type === 'binary'
  if (EQUALITY.includes(op) || (SUBSTRING.includes(op) ? textual : ordered)) return
  const allowed = [...EQUALITY, ...(textual ? SUBSTRING : []), ...(ordered ? ['gt', 'ge', 'lt', 'le'] : []), 'pr']
  throw invalidFilter(`${op} does not go with ${name}. It takes ${allowed.join(', ')}.`)
}

function readBoolean(value: Literal, name: string, reading?: Reading): boolean {
  if (typeof value === 'boolean') return value
  const meant = typeof value === 'string' ? booleanOf(value) : undefined
  if (
    meant !== undefined &&
    (!reading || allows(reading, booleanStrings, `"${String(value)}" was read as ${meant}.`, name))
  ) {
    return meant
  }
  throw invalidFilter(`${name} is true or false: compare it with one of them, without quotes.`)
}
