import { type Sql, join, sql } from '@/lib/db/sql'
import { type AttrPath, type Filter, invalidFilter, typeLiteral } from '@/lib/scim'
import type { Target } from './target'

/**
 * A filter as an SQL condition. Every value is a parameter; what is searched comes from `resolve`, the allow-list.
 * @throws ScimError invalidFilter naming the attribute that can't be searched as asked
 */
export function compileFilter(filter: Filter, resolve: (path: AttrPath) => Target): Sql {
  switch (filter.kind) {
    case 'and':
      return sql`(${join(
        filter.operands.map((operand) => compileFilter(operand, resolve)),
        ' and ',
      )})`
    case 'or':
      return sql`(${join(
        filter.operands.map((operand) => compileFilter(operand, resolve)),
        ' or ',
      )})`
    case 'not':
      // Where there is no value the condition is null, which counts as false: its opposite is true.
      return sql`((${compileFilter(filter.operand, resolve)}) is not true)`
    case 'present': {
      const target = resolve(filter.path)
      if (target.attr.leaf.returned === 'never')
        throw invalidFilter(`${target.attr.name} is never stored, so it can't be searched.`)
      return target.present()
    }
    case 'compare': {
      const target = resolve(filter.path)
      return target.compare(filter.op, typeLiteral(target.attr, filter.op, filter.value))
    }
    case 'valuePath': {
      const target = resolve(filter.path)
      if (!target.some) throw invalidFilter(`"${filter.path.text}" has no parts that brackets could choose from.`)
      return target.some(filter.filter)
    }
  }
}
