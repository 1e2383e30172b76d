import { type Sql, sql } from '@/lib/db/sql'
import { type ResolvedAttr, GROUP_URN, USER_URN } from '@/lib/scim'
import { anyOf } from './any-of'
import { constantText, instantColumn, madeWhenAnswering, textColumn, uuidColumn } from './column-targets'
import type { Target } from './target'

/** What every resource has (RFC 7643 §3), by canonical name; `table` is users or groups. */
export function commonTarget(attr: ResolvedAttr, table: Sql): Target | undefined {
  switch (attr.name) {
    case 'id':
      return uuidColumn(attr, sql`${table}.id`)
    case 'externalId':
      return textColumn(attr, sql`${table}.external_id`)
    case 'meta.created':
      return instantColumn(attr, sql`${table}.created_at`)
    case 'meta.lastModified':
      return instantColumn(attr, sql`${table}.updated_at`)
    case 'meta.resourceType':
      return constantText(attr, attr.type)
    case 'meta':
    case 'meta.location':
    case 'meta.version':
      return madeWhenAnswering(attr)
    case 'schemas':
      return schemasTarget(attr, table)
    default:
      return undefined
  }
}

/** The core schema, and the extensions of which the document has something. */
function schemasTarget(attr: ResolvedAttr, table: Sql): Target {
  const core = attr.type === 'User' ? USER_URN : GROUP_URN
  const elements = sql`select ${core}::text as urn
    union all select name from jsonb_object_keys(${table}.folded) as name where name like 'urn:%'`
  const exists = (condition: Sql) => sql`exists (select 1 from (${elements}) as element where ${condition})`
  return anyOf(attr, exists, textColumn(attr, sql`element.urn`))
}
