import { type Sql, sql } from '@/lib/db/sql'
import { type ResolvedAttr, invalidValue } from '@/lib/scim'

/** What resources are sorted by. */
export interface SortKey {
  /** Null where there is no value. */
  value: Sql
  type: 'text' | 'timestamptz' | 'boolean' | 'jsonb'
}

// A cursor holds the value beside which its page begins, and has to fit a URL.
const CHARACTERS = 500

/**
 * What a resource is sorted by; undefined where that is its id. Text sorts by its folded copy, by code point, up to 500
 * characters. Of a multi-valued attribute it is the primary, or else the first value (RFC 7644 §3.4.2.3).
 * @throws ScimError invalidValue naming an attribute that can't be sorted by
 */
export function sortKey(attr: ResolvedAttr): SortKey | undefined {
  const table = attr.type === 'User' ? sql`users` : sql`groups`
  switch (attr.name) {
    case 'id':
      return undefined
    case 'externalId':
      return { value: sql`${table}.external_id`, type: 'text' }
    case 'meta.created':
      return { value: sql`${table}.created_at`, type: 'timestamptz' }
    case 'meta.lastModified':
      return { value: sql`${table}.updated_at`, type: 'timestamptz' }
    case 'displayName':
      return { value: sql`${table}.display_name_key`, type: 'text' }
    case 'userName':
      return { value: sql`users.user_name_key`, type: 'text' }
    case 'active':
      return { value: sql`users.active`, type: 'boolean' }
  }
  const first = attr.attribute.name
  if (!attr.extension && ['meta', 'schemas', 'groups', 'members'].includes(first))
    throw invalidValue(`sortBy names "${attr.name}", which can't be sorted by.`)
  const value = attr.attribute.multiValued ? mainValue(attr, table) : singleValue(attr, table)
  return attr.leaf.type === 'integer' || attr.leaf.type === 'decimal'
    ? { value: sql`(case when jsonb_typeof(${value}) = 'number' then ${value} end)`, type: 'jsonb' }
    : { value: sql`(left(${value} #>> '{}', ${CHARACTERS}::int) collate "C")`, type: 'text' }
}

/** Of a part with several values, the first. */
const singleValue = ({ sub, pointer }: ResolvedAttr, table: Sql) =>
  sql`(${table}.folded #> ${sub?.multiValued ? [...pointer, '0'] : pointer}::text[])`

function mainValue({ sub, pointer, attribute }: ResolvedAttr, table: Sql): Sql {
  const list = sub ? pointer.slice(0, -1) : pointer
  const value = sub ? sql`element #> ${sub.multiValued ? [sub.name, '0'] : [sub.name]}::text[]` : sql`element`
  const primaryFirst =
    attribute.type === 'complex' ? sql`coalesce(element -> 'primary' = 'true'::jsonb, false) desc, place` : sql`place`
  return sql`(select ${value} from jsonb_array_elements(
    case when jsonb_typeof(${table}.folded #> ${list}::text[]) = 'array' then ${table}.folded #> ${list}::text[] end
  ) with ordinality as elements(element, place) order by ${primaryFirst} limit 1)`
}
