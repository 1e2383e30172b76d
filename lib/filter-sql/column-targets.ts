import { type Sql, sql } from '@/lib/db/sql'
import { isOwnId } from '@/lib/db/uuid'
import { invalidFilter } from '@/lib/scim'
import { isSubstring, likePattern, orderSymbol } from './operators'
import type { SearchAttr, Target } from './target'

/** A text column: folded like its attribute, or case exact. Order is by code point, whatever the server's collation. */
export function textColumn(attr: SearchAttr, column: Sql): Target {
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`${column} is null` : sql`${column} is not null`
      const value = String(literal.value)
      if (op === 'eq') return sql`${column} = ${value}::text`
      if (op === 'ne') return sql`${column} is distinct from ${value}::text`
      if (isSubstring(op)) return sql`${column} like ${likePattern(op, value)}::text`
      return sql`${column} collate "C" ${orderSymbol(op)} ${value}::text`
    },
    present: () => sql`${column} <> ''`,
  }
}

/** A column of ids, which the protocol compares as text. */
export function uuidColumn(attr: SearchAttr, column: Sql): Target {
  const text = textColumn(attr, sql`${column}::text`)
  return {
    attr,
    compare(op, literal) {
      if (literal.kind !== 'text' || (op !== 'eq' && op !== 'ne')) return text.compare(op, literal)
      const { value } = literal
      if (!isOwnId(value)) return op === 'eq' ? sql`false` : sql`true`
      return op === 'eq' ? sql`${column} = ${value}::uuid` : sql`${column} is distinct from ${value}::uuid`
    },
    present: () => sql`${column} is not null`,
  }
}

export function booleanColumn(attr: SearchAttr, column: Sql): Target {
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`${column} is null` : sql`${column} is not null`
      const value = literal.value === true
      return op === 'eq' ? sql`${column} = ${value}::boolean` : sql`${column} is distinct from ${value}::boolean`
    },
    present: () => sql`${column} is not null`,
  }
}

export function numberColumn(attr: SearchAttr, column: Sql): Target {
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`${column} is null` : sql`${column} is not null`
      const value = Number(literal.value)
      if (op === 'eq') return sql`${column} = ${value}::float8`
      if (op === 'ne') return sql`${column} is distinct from ${value}::float8`
      return sql`${column} ${orderSymbol(op)} ${value}::float8`
    },
    present: () => sql`${column} is not null`,
  }
}

/** A timestamp column, which has milliseconds; a literal may have more digits. */
export function instantColumn(attr: SearchAttr, column: Sql): Target {
  return {
    attr,
    compare(op, literal) {
      if (literal.kind === 'none') return op === 'eq' ? sql`${column} is null` : sql`${column} is not null`
      const text = String(literal.value)
      const floor = new Date(`${text.slice(0, 23)}Z`)
      if (text.length > 24) {
        // Between two milliseconds: equal to none, and greater than the lower one.
        if (op === 'eq') return sql`false`
        if (op === 'ne') return sql`true`
        const above = op === 'gt' || op === 'ge'
        return above ? sql`${column} > ${floor}::timestamptz` : sql`${column} <= ${floor}::timestamptz`
      }
      if (op === 'eq') return sql`${column} = ${floor}::timestamptz`
      if (op === 'ne') return sql`${column} is distinct from ${floor}::timestamptz`
      return sql`${column} ${orderSymbol(op)} ${floor}::timestamptz`
    },
    present: () => sql`${column} is not null`,
  }
}

/** An attribute that all resources have alike. */
export const constantText = (attr: SearchAttr, value: string): Target => textColumn(attr, sql`${value}::text`)

/** An attribute that has a value in every resource but is made when answering: it can be asked for, not compared. */
export function madeWhenAnswering(attr: SearchAttr): Target {
  return {
    attr,
    compare() {
      throw invalidFilter(`${attr.name} is made when answering, so it can't be searched.`)
    },
    present: () => sql`true`,
  }
}
