import { type Sql, sql } from '@/lib/db/sql'
import { type Filter, type ResolvedAttr, invalidFilter, resolveSubAttr } from '@/lib/scim'
import { anyOf } from './any-of'
import { textColumn } from './column-targets'
import { compileFilter } from './compile-filter'
import type { Target } from './target'

/** A multi-valued attribute that is rows of other tables: members of a group, groups of a user. */
export interface RowSource {
  /** Query of (value, display, type), folded, that depends on the resource's row. */
  elements: Sql
  /** A quicker condition for a comparison of one part that is neither `ne` nor about null; undefined where there is none. */
  shortcut?(part: string, condition: (column: Sql) => Sql): Sql | undefined
  /** A quicker condition for one part being equal to a text. */
  equals?(part: string, value: string): Sql | undefined
  /** A quicker condition for there being one at all. */
  any?: Sql
}

const PARTS: Record<string, Sql> = {
  value: sql`element.value`,
  display: sql`element.display`,
  type: sql`element.type`,
}

/** Members or groups, by a part (`members.value`) or in brackets. */
export function rowTarget(attr: ResolvedAttr, source: RowSource): Target {
  const exists = (condition: Sql) => sql`exists (select 1 from (${source.elements}) as element where ${condition})`
  const part = attr.sub?.name ?? 'value'
  const general = anyOf(attr, exists, partTarget(attr))
  return {
    attr,
    compare(op, literal) {
      if (literal.kind !== 'text' || op === 'ne') return general.compare(op, literal)
      const equal = op === 'eq' ? source.equals?.(part, literal.value) : undefined
      const quick = equal ?? source.shortcut?.(part, (column) => textColumn(attr, column).compare(op, literal))
      return quick ?? general.compare(op, literal)
    },
    present: () => (part === 'value' && source.any) || general.present(),
    some(filter: Filter) {
      if (filter.kind === 'compare' && filter.op === 'eq')
        return compileFilter(filter, (path) => rowTarget(partOf(attr, path.text), source))
      return exists(partsCondition(attr, filter))
    },
  }
}

/** The rows of (value, type) that a filter about one of them chooses. */
export const chosenRows = (attr: ResolvedAttr, source: RowSource, filter: Filter): Sql =>
  sql`select element.value, element.type from (${source.elements}) as element where ${partsCondition(attr, filter)}`

const partsCondition = (attr: ResolvedAttr, filter: Filter): Sql =>
  compileFilter(filter, (path) => partTarget(partOf(attr, path.text)))

function partOf(attr: ResolvedAttr, text: string): ResolvedAttr {
  const parent = { ...attr, sub: undefined, leaf: attr.attribute, pointer: [attr.attribute.name] }
  const found = resolveSubAttr(parent, { text })
  if (!found) throw invalidFilter(`${attr.attribute.name} has no part "${text}" that can be searched.`)
  return found
}

function partTarget(attr: ResolvedAttr): Target {
  const column = PARTS[attr.sub?.name ?? 'value']
  if (!column) throw invalidFilter(`${attr.name} is made when answering, so it can't be searched.`)
  return textColumn(attr, column)
}
