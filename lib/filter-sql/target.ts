import type { Sql } from '@/lib/db/sql'
import type { CompareOp, Filter, ResolvedAttr, TypedLiteral } from '@/lib/scim'

/** What typing a literal needs to know of an attribute. */
export type SearchAttr = Pick<ResolvedAttr, 'type' | 'leaf' | 'name'>

/**
 * An attribute on the allow-list and how it is searched. Conditions may be null where there is no value; the compiler
 * takes null for false, under `not` too.
 */
export interface Target {
  attr: SearchAttr
  /** `eq none` is true where there is no value, `ne` also. */
  compare(op: CompareOp, literal: TypedLiteral): Sql
  /** A value that is not an empty text (RFC 7644 §3.4.2.2, pr). */
  present(): Sql
  /** The values of which one satisfies a filter in brackets; left out where there is nothing to look into. */
  some?(filter: Filter): Sql
}

export const NONE: TypedLiteral = { kind: 'none' }
