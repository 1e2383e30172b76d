import { type Sql, sql } from '@/lib/db/sql'
import type { SearchAttr, Target } from './target'
import { NONE } from './target'

/**
 * A multi-valued attribute: a comparison holds when it holds for any value; `ne` when any differs or there is none
 * ("none equals" is `not (x eq …)`).
 * @param exists whether there is an element for which a condition holds
 * @param value the compared part of one element
 */
export function anyOf(attr: SearchAttr, exists: (condition: Sql) => Sql, value: Target): Target {
  const known = () => exists(value.compare('ne', NONE))
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`not ${known()}` : known()
      if (op !== 'ne') return exists(value.compare(op, literal))
      const differs = exists(sql`${value.compare('ne', NONE)} and ${value.compare('ne', literal)}`)
      return sql`(not ${known()} or ${differs})`
    },
    present: () => exists(value.present()),
  }
}
