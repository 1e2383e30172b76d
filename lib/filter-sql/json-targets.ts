import { type Sql, sql } from '@/lib/db/sql'
import {
  type CompareOp,
  type Filter,
  type Json,
  type ResolvedAttr,
  type TypedLiteral,
  invalidFilter,
  resolveSubAttr,
  typeLiteral,
} from '@/lib/scim'
import { anyOf } from './any-of'
import { compileFilter } from './compile-filter'
import { jsonValue } from './json-value'
import { lexemeQuery } from './lexemes'
import type { Target } from './target'

const ELEMENT = sql`element`
const PART = sql`part`

/**
 * An attribute in the folded document of `table`: users or groups. For a whole value and for its beginning the index of
 * lexemes says which rows to look at; whether they fit, the values say.
 */
export function jsonTarget(attr: ResolvedAttr, table: Sql): Target {
  const document = sql`${table}.folded`
  const values = valuesOf(attr, document)
  return {
    attr,
    compare(op, literal) {
      const fits =
        op === 'eq' && isContainable(attr, literal)
          ? contains(document, attr, partOf(attr, literal))
          : values.compare(op, literal)
      return amongLexemes(table, [lexemeFor(attr, op, literal)], fits)
    },
    present: values.present,
    some: (filter) => someElement(attr, table, filter),
  }
}

/** What the index is asked for a comparison; undefined where it can't answer. */
function lexemeFor(attr: ResolvedAttr, op: CompareOp, literal: TypedLiteral): string | undefined {
  if (literal.kind === 'none' || literal.kind === 'instant' || !isContainable(attr, literal)) return undefined
  if (op === 'eq') return lexemeQuery(attr.pointer, literal.value, false)
  return op === 'sw' && literal.value !== '' ? lexemeQuery(attr.pointer, literal.value, true) : undefined
}

function amongLexemes(table: Sql, asked: (string | undefined)[], fits: Sql): Sql {
  const known = asked.filter((each) => each !== undefined)
  return known.length === 0 ? fits : sql`(${table}.lexemes @@ ${known.join(' & ')}::tsquery and ${fits})`
}

function valuesOf(attr: ResolvedAttr, document: Sql): Target {
  const { attribute, sub } = attr
  if (!attribute.multiValued && !sub?.multiValued) return jsonValue(attr, sql`${document} #> ${attr.pointer}::text[]`)
  if (sub?.multiValued) return anyOf(attr, existsIn(document, attr.pointer), jsonValue(attr, ELEMENT))
  return anyOf(attr, existsIn(document, pointerOf(attr)), elementValue(attr))
}

/** Where the attribute itself stands, without its sub-attribute. */
const pointerOf = ({ pointer, sub }: ResolvedAttr) => (sub ? pointer.slice(0, -1) : pointer)

/** Lax paths take a single value for a list of one, as the protocol does. */
const existsIn = (document: Sql, pointer: string[]) => {
  const path = `$${pointer.map((name) => `.${JSON.stringify(name)}[*]`).join('')}`
  return (condition: Sql) =>
    sql`exists (select 1 from jsonb_path_query(${document}, ${path}::jsonpath) as ${ELEMENT} where ${condition})`
}

/** The compared part of one element: a sub-attribute, or the element where the list is one of plain values. */
function elementValue(attr: ResolvedAttr): Target {
  if (!attr.sub) return jsonValue(attr, ELEMENT)
  const part = sql`(${ELEMENT} -> ${attr.sub.name}::text)`
  if (attr.sub.multiValued) {
    const exists = (condition: Sql) =>
      sql`exists (select 1 from jsonb_path_query(${part}, '$[*]') as ${PART} where ${condition})`
    return anyOf(attr, exists, jsonValue(attr, PART))
  }
  const value = jsonValue(attr, part)
  if (!isPrimary(attr)) return value
  return { ...jsonValue(attr, sql`coalesce(${part}, 'false'::jsonb)`), present: value.present }
}

/** Whether a missing value counts as false in comparisons. */
const isPrimary = ({ attribute, sub }: ResolvedAttr) =>
  sub?.name === 'primary' && sub.type === 'boolean' && attribute.multiValued

const isContainable = (attr: ResolvedAttr, literal: TypedLiteral) =>
  (literal.kind === 'text' || literal.kind === 'number' || literal.kind === 'boolean') &&
  !(isPrimary(attr) && literal.value === false)

function partOf({ sub }: ResolvedAttr, literal: TypedLiteral): Json {
  const value = literal.kind === 'none' ? null : literal.value
  return sub ? { [sub.name]: sub.multiValued ? [value] : value } : value
}

function contains(document: Sql, attr: ResolvedAttr, part: Json): Sql {
  let wanted = attr.attribute.multiValued ? [part] : part
  for (const name of pointerOf(attr).toReversed()) wanted = { [name]: wanted }
  return sql`${document} @> ${JSON.stringify(wanted)}::jsonb`
}

function someElement(attr: ResolvedAttr, table: Sql, filter: Filter): Sql {
  const document = sql`${table}.folded`
  const parent: ResolvedAttr = { ...attr, sub: undefined, leaf: attr.attribute, pointer: pointerOf(attr) }
  const resolve = (text: string) => {
    const found = resolveSubAttr(parent, { text })
    if (!found) throw invalidFilter(`${parent.attribute.name} has no part "${text}" that can be searched.`)
    return found
  }
  const parts = comparedParts(filter, resolve)
  const whole = equalParts(parent, parts)
  const fits = whole
    ? contains(document, parent, whole)
    : existsIn(document, parent.pointer)(compileFilter(filter, (path) => elementValue(resolve(path.text))))
  return amongLexemes(
    table,
    parts.map((part) => part && lexemeFor(part.attr, part.op, part.literal)),
    fits,
  )
}

interface ComparedPart {
  attr: ResolvedAttr
  op: CompareOp
  literal: TypedLiteral
}

/** The operands of an `and`, or the one filter: undefined in place of what is no comparison. */
function comparedParts(filter: Filter, resolve: (text: string) => ResolvedAttr): (ComparedPart | undefined)[] {
  const operands = filter.kind === 'and' ? filter.operands : [filter]
  return operands.map((each) => {
    if (each.kind !== 'compare') return undefined
    const attr = resolve(each.path.text)
    return { attr, op: each.op, literal: typeLiteral(attr, each.op, each.value) }
  })
}

/** What an element that satisfies `eq`, or an `and` of `eq` on different parts, contains; undefined for other filters. */
function equalParts(parent: ResolvedAttr, compared: (ComparedPart | undefined)[]): Json | undefined {
  const parts: Record<string, Json> = {}
  for (const each of compared) {
    if (each?.op !== 'eq') return undefined
    const { attr, literal } = each
    if (!attr.sub || attr.sub.multiValued || attr.sub.name in parts || !isContainable(attr, literal)) return undefined
    Object.assign(parts, partOf(attr, literal))
  }
  return parent.attribute.type === 'complex' ? parts : undefined
}
