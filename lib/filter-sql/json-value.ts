import { type Sql, sql } from '@/lib/db/sql'
import type { TypedLiteral } from '@/lib/scim'
import { isSubstring, likePattern, orderSymbol } from './operators'
import type { SearchAttr, Target } from './target'

/** A single value of a folded document: an expression of type jsonb, null where there is none. */
export function jsonValue(attr: SearchAttr, value: Sql): Target {
  const text = sql`(${value} #>> '{}')`
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`${value} is null` : sql`${value} is not null`
      if (literal.kind === 'instant') {
        // Stored as UTC in milliseconds; without their Z such texts order as the instants do.
        const stored = sql`left(${text}, -1) collate "C"`
        const wanted = String(literal.value).slice(0, -1)
        if (op === 'eq') return sql`${stored} = ${wanted}::text`
        if (op === 'ne') return sql`${stored} is distinct from ${wanted}::text`
        return sql`${stored} ${orderSymbol(op)} ${wanted}::text`
      }
      const wanted = literalJson(literal)
      if (op === 'eq') return sql`${value} = ${wanted}`
      if (op === 'ne') return sql`${value} is distinct from ${wanted}`
      if (literal.kind === 'number')
        return sql`(jsonb_typeof(${value}) = 'number' and ${value} ${orderSymbol(op)} ${wanted})`
      const wantedText = String(literal.value)
      if (isSubstring(op)) return sql`${text} like ${likePattern(op, wantedText)}::text`
      return sql`${text} collate "C" ${orderSymbol(op)} ${wantedText}::text`
    },
    present: () =>
      attr.leaf.type === 'complex'
        ? sql`exists (select 1 from jsonb_path_query(${value}, '$.**') as part
            where jsonb_typeof(part) not in ('object', 'array', 'null') and part <> '""'::jsonb)`
        : sql`${value} <> '""'::jsonb`,
  }
}

function literalJson(literal: Exclude<TypedLiteral, { kind: 'none' }>): Sql {
  return sql`${JSON.stringify(literal.value)}::jsonb`
}
