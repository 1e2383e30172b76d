import { raw, sql, type Sql } from '@/lib/db/sql'
import { instantColumn, numberColumn, textColumn } from '@/lib/filter-sql/column-targets'
import { compileFilter } from '@/lib/filter-sql/compile-filter'
import type { Target } from '@/lib/filter-sql/target'
import { invalidFilter, type AttrPath, type AttributeDefinition, type Filter } from '@/lib/scim'

/** The condition over the calls (alias `l`) that a filter stands for. Throws invalidFilter naming what can't be searched. */
export const syncLogWhere = (filter: Filter): Sql => compileFilter(filter, resolve)

/** What can be searched in the sync log, by its names in expressions (in any case). */
function resolve({ text }: AttrPath): Target {
  const target = targets.get(text.toLowerCase())
  if (!target) throw invalidFilter(`A call has no attribute "${text}" that can be searched. There are: ${names}.`)
  return target
}

const attr = (name: string, type: AttributeDefinition['type'], caseExact = true): Target['attr'] => ({
  type: 'User',
  name,
  leaf: {
    name,
    type,
    caseExact,
    description: '',
    multiValued: false,
    required: false,
    mutability: 'readOnly',
    returned: 'default',
    uniqueness: 'none',
  },
})

const text = (name: string, column: Sql, caseExact = true) => textColumn(attr(name, 'string', caseExact), column)

const all: Target[] = [
  instantColumn(attr('requestTime', 'dateTime'), sql`l.at`),
  text('method', sql`l.method`),
  text('url', sql`l.url`),
  integer('status', sql`l.status`),
  numberColumn(attr('duration', 'decimal'), sql`l.duration_ms`),
  text('action', sql`l.action`),
  text('error', sql`l.scim_type`),
  text('client', sql`l.client`),
  text('entity.type', sql`l.resource_type`),
  text('entity.id', sql`l.entity_id`),
  text('entity.name', sql`l.entity_name_key`, false),
  text('entity.externalId', sql`l.entity_external_id`),
  payload(),
]
const targets = new Map(all.map((target) => [target.attr.name.toLowerCase(), target]))
const names = all.map((target) => target.attr.name).join(', ')

/** Compared as an integer, so that the index on the column serves. */
function integer(name: string, column: Sql): Target {
  const symbols: Record<string, string> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' }
  return {
    attr: attr(name, 'integer'),
    compare(op, literal) {
      if (literal.kind !== 'number') return op === 'ne' ? sql`true` : sql`false`
      return sql`${column} ${raw(symbols[op] ?? '=')} ${Math.trunc(literal.value)}::int`
    },
    present: () => sql`true`,
  }
}

/** Where it stands alone or in an `and` it decides on the index (search-plan.ts); this is for all other places. */
function payload(): Target {
  return {
    attr: attr('payload', 'string'),
    compare(op, literal) {
      if (literal.kind !== 'text' || (op !== 'eq' && op !== 'ne'))
        throw invalidFilter('payload takes eq and ne, with the internal id of a user or group.')
      const touched = sql`(l.entity_id = ${literal.value} or exists (
        select from sync_log_mentions m where m.entity_id = ${literal.value} and m.log_id = l.id))`
      return op === 'eq' ? touched : sql`not ${touched}`
    },
    present: () => sql`true`,
  }
}
