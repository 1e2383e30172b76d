import { type Sql, join, query, raw, sql } from '@/lib/db/sql'
import { lexemesOf } from '@/lib/filter-sql/lexemes'
import {
  type Document,
  equalJson,
  foldDocument,
  isObject,
  refit,
  type Registry,
  type SchemaDefinition,
} from '@/lib/scim'

const BATCH = 500

const tableOf = ({ extends: type = 'User' }: SchemaDefinition): Sql => raw(type === 'User' ? 'users' : 'groups')

/** How many of a provider's users (groups) have a value at each of some places of an extension; [] is all of it. */
export async function countHolders(
  providerId: string,
  schema: SchemaDefinition,
  places: readonly string[][],
): Promise<number[]> {
  if (places.length === 0) return []
  const counts = places.map((place) => {
    const path = `$${[schema.id, ...place].map((name) => `.${JSON.stringify(name)}`).join('')}`
    return sql`count(*) filter (where jsonb_path_exists(resource, ${path}::jsonpath))`
  })
  const [row] = await query<{ counts: number[] }>(sql`select array[${join(counts)}]::int[] as counts
    from ${tableOf(schema)} where provider_id = ${providerId}::uuid and resource -> ${schema.id}::text is not null`)
  return row?.counts ?? []
}

interface Row {
  id: string
  version: number
  resource: Document
  folded: Document
}

/**
 * Brings stored values from one definition of an extension to another, or takes them away (`is` undefined): resource by
 * resource, each as one change of it, in batches that let calls pass between them.
 * @param registry with the new definition
 */
export async function refitValues(
  providerId: string,
  registry: Registry,
  was: SchemaDefinition,
  is: SchemaDefinition | undefined,
): Promise<void> {
  const table = tableOf(was)
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await query<Row>(sql`select id::text, version, resource, folded from ${table}
      where provider_id = ${providerId}::uuid and id > ${after}::uuid and resource -> ${was.id}::text is not null
      order by id limit ${BATCH}::int`)
    const last = rows.at(-1)
    if (!last) return
    const changed = rows.flatMap((row) => refitted(registry, row, was, is) ?? [])
    // Whoever was changed meanwhile is read again.
    if ((await write(table, changed)) === changed.length) after = last.id
  }
}

function refitted(registry: Registry, row: Row, was: SchemaDefinition, is: SchemaDefinition | undefined) {
  const { [was.id]: held, ...others } = row.resource
  const kept = isObject(held) ? refit(held, was, is) : undefined
  const resource = kept ? { ...others, [was.id]: kept } : others
  const folded = foldDocument(registry, was.extends ?? 'User', resource)
  const same = equalJson(resource, row.resource)
  return same && equalJson(folded, row.folded) ? undefined : { ...row, resource, folded, same }
}

async function write(table: Sql, rows: (Row & { same: boolean })[]): Promise<number> {
  if (rows.length === 0) return 0
  const written =
    await query(sql`update ${table} as held set resource = next.resource::jsonb, folded = next.folded::jsonb,
      lexemes = array_to_tsvector(array(select jsonb_array_elements_text(next.lexemes::jsonb))),
      version = case when next.same then held.version else held.version + 1 end,
      updated_at = case when next.same then held.updated_at else greatest(held.updated_at, now()) end
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::int[],
      ${rows.map(({ resource }) => JSON.stringify(resource))}::text[],
      ${rows.map(({ folded }) => JSON.stringify(folded))}::text[],
      ${rows.map(({ folded }) => JSON.stringify(lexemesOf(folded)))}::text[], ${rows.map(({ same }) => same)}::boolean[]
    ) as next(id, version, resource, folded, lexemes, same)
    where held.id = next.id and held.version = next.version returning 1 as done`)
  return written.length
}
