import type { AttrPath } from '../path/attr-path'

export type CompareOp = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'
export type Literal = string | number | boolean | null

export interface Comparison {
  kind: 'compare'
  path: AttrPath
  op: CompareOp
  value: Literal
  at: number
}

/** A filter of RFC 7644 §3.4.2.2. `at` is where the expression begins in the text, from 0. */
export type Filter =
  | { kind: 'and' | 'or'; operands: Filter[] }
  | { kind: 'not'; operand: Filter }
  | Comparison
  | { kind: 'present'; path: AttrPath; at: number }
  | { kind: 'valuePath'; path: AttrPath; filter: Filter; at: number }

/** The operators of RFC 7644 §3.4.2.2 that take a value. */
export const COMPARE_OPS: readonly CompareOp[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']
