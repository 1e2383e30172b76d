import { type Sql, raw } from '@/lib/db/sql'
import type { CompareOp } from '@/lib/scim'

type Ordering = Extract<CompareOp, 'gt' | 'ge' | 'lt' | 'le'>

const SYMBOLS: Record<Ordering, Sql> = { gt: raw('>'), ge: raw('>='), lt: raw('<'), le: raw('<=') }

export const isSubstring = (op: CompareOp): op is 'co' | 'sw' | 'ew' => op === 'co' || op === 'sw' || op === 'ew'

/** The SQL operator of an ordering. */
export const orderSymbol = (op: CompareOp): Sql => SYMBOLS[op as Ordering]

/** The LIKE pattern of co, sw or ew: what LIKE reads as a wildcard is escaped. */
export function likePattern(op: 'co' | 'sw' | 'ew', text: string): string {
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  return `${op === 'sw' ? '' : '%'}${escaped}${op === 'ew' ? '' : '%'}`
}
