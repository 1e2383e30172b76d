import { join, query, raw, sql, type Sql } from '@/lib/db/sql'
import { ENTERPRISE_URN } from '@/lib/scim'

/** An attribute whose values are counted. */
export interface CountedAttribute {
  id: string
  resource: 'User' | 'Group'
  /** Where it stands in the document. */
  pointer: string[]
  multiValued: boolean
}

/** Beyond this many users the attributes without a column of their own are counted over a sample. */
export const SAMPLE = 1000

// What every user has, and what lib/directory keeps in columns: counted over everyone, in one pass.
const columns: Record<string, string> = {
  displayName: 'display_name',
  'emails.value': 'email',
  'name.givenName': 'given_name',
  'name.familyName': 'family_name',
  'name.formatted': 'formatted_name',
  externalId: 'external_id',
  title: 'title',
  userType: 'user_type',
  organization: 'organization',
  department: 'department',
  division: 'division',
  costCenter: 'cost_center',
}
const always = new Set([
  'id',
  'active',
  'userName',
  'meta.resourceType',
  'meta.created',
  'meta.lastModified',
  'meta.location',
  'meta.version',
])

/** Shares of a provider's users (groups) that carry a value, by attribute id. Without any there are no shares. */
export async function attributeShares(
  providerId: string,
  attributes: CountedAttribute[],
): Promise<Map<string, number>> {
  const shares = new Map<string, number>()
  for (const resource of ['User', 'Group'] as const) {
    const asked = attributes.filter((attribute) => attribute.resource === resource)
    for (const [id, share] of await sharesOf(resource, providerId, asked)) shares.set(id, share)
  }
  return shares
}

/** The path, of the standard's extension without its URN. */
const pathOf = ({ pointer }: CountedAttribute) => (pointer[0] === ENTERPRISE_URN ? pointer.slice(1) : pointer).join('.')

async function sharesOf(resource: 'User' | 'Group', providerId: string, asked: CountedAttribute[]) {
  const table = raw(resource === 'User' ? 'users' : 'groups')
  const provider = sql`r.provider_id = ${providerId}::uuid`
  const kept = asked.filter((each) => resource === 'User' && columns[pathOf(each)])
  const counts = kept.map((each) => sql`count(nullif(r.${raw(columns[pathOf(each)] ?? '')}, ''))`)
  const [total, ...exact] = await countsOf(sql`from ${table} r where ${provider}`, counts)
  if (!total) return []
  const others = asked.filter(
    (each) => !kept.includes(each) && !always.has(pathOf(each)) && !relations.has(pathOf(each)),
  )
  const [sampled, ...found] = await countsOf(sampleOf(table, provider, total), others.map(carries))
  return [
    ...asked.filter((each) => always.has(pathOf(each))).map(({ id }) => [id, 1] as const),
    ...kept.map(({ id }, at) => [id, (exact[at] ?? 0) / total] as const),
    ...(sampled ? others.map(({ id }, at) => [id, (found[at] ?? 0) / sampled] as const) : []),
  ]
}

// Memberships are rows, not values of a document.
const relations = new Set([
  'groups.value',
  'groups.$ref',
  'groups.display',
  'groups.type',
  'members.value',
  'members.$ref',
  'members.type',
  'members.display',
])

const sampleOf = (table: Sql, provider: Sql, total: number): Sql =>
  total <= SAMPLE
    ? sql`from ${table} r where ${provider}`
    : sql`from (select resource from ${table} r tablesample bernoulli (${raw(((100 * SAMPLE) / total).toFixed(4))}) repeatable (1)
        where ${provider}) r`

function carries({ pointer, multiValued }: CountedAttribute): Sql {
  if (!multiValued) return sql`count(nullif(r.resource #>> ${pointer}::text[], ''))`
  const path = `$${pointer.map((name) => `.${JSON.stringify(name)}`).join('')} ? (@.type() != "string" || @ != "")`
  return sql`count(*) filter (where jsonb_path_exists(r.resource, ${path}::jsonpath))`
}

/** How many rows there are, then each count. */
async function countsOf(from: Sql, counts: Sql[]): Promise<number[]> {
  const all = join([sql`count(*)`, ...counts])
  const [row] = await query<{ counts: number[] }>(sql`select array[${all}]::int[] as counts ${from}`)
  return row?.counts ?? []
}
