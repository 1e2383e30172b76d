import { type Sql, sql } from '@/lib/db/sql'
import { type ResolvedAttr, invalidValue } from '@/lib/scim'

/**
 * What a resource is sorted by: null where there is no value. Text sorts by its folded copy, by code point. Of a
 * multi-valued attribute it is the primary, or else the first value (RFC 7644 §3.4.2.3).
 * @throws ScimError invalidValue naming an attribute that can't be sorted by
 */
export function sortKey(attr: ResolvedAttr): Sql {
  const table = attr.type === 'User' ? sql`users` : sql`groups`
  switch (attr.name) {
    case 'id':
      return sql`${table}.id`
    case 'externalId':
      return sql`${table}.external_id`
    case 'meta.created':
      return sql`${table}.created_at`
    case 'meta.lastModified':
      return sql`${table}.updated_at`
    case 'displayName':
      return sql`${table}.display_name_key`
    case 'userName':
      return sql`users.user_name_key`
    case 'active':
      return sql`users.active`
  }
  const first = attr.attribute.name
  if (!attr.extension && ['meta', 'schemas', 'groups', 'members'].includes(first))
    throw invalidValue(`sortBy names "${attr.name}", which can't be sorted by.`)
  const value = attr.attribute.multiValued ? mainValue(attr, table) : sql`(${table}.folded #> ${attr.pointer}::text[])`
  return attr.leaf.type === 'integer' || attr.leaf.type === 'decimal'
    ? sql`case when jsonb_typeof(${value}) = 'number' then ${value} end`
    : sql`(${value} #>> '{}') collate "C"`
}

function mainValue({ sub, pointer, attribute }: ResolvedAttr, table: Sql): Sql {
  const list = sub ? pointer.slice(0, -1) : pointer
  const value = sub ? sql`element -> ${sub.name}::text` : sql`element`
  const primaryFirst =
    attribute.type === 'complex' ? sql`coalesce(element -> 'primary' = 'true'::jsonb, false) desc, place` : sql`place`
  return sql`(select ${value} from jsonb_array_elements(
    case when jsonb_typeof(${table}.folded #> ${list}::text[]) = 'array' then ${table}.folded #> ${list}::text[] end
  ) with ordinality as elements(element, place) order by ${primaryFirst} limit 1)`
}
