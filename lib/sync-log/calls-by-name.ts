import { query, sql } from '@/lib/db/sql'

/** A call about a user, by the name that the user had or was to have then. */
export interface CallByName {
  id: string
  at: Date
  providerId: string
  entityId: string | null
  action: string
  status: number
  detail: string | null
}

const MOST = 100

/**
 * The newest calls about users of a name, at most 100 of each provider, along the index by name.
 * @param nameKey folded with `foldName`
 */
export const callsByName = (providerIds: string[], nameKey: string): Promise<CallByName[]> =>
  query<CallByName>(sql`
    select l.id::text as id, l.at, p.id::text as "providerId", l."entityId", l.action, l.status, l.detail
    from unnest(${providerIds}::uuid[]) as p (id) cross join lateral (
      select id, at, entity_id as "entityId", action, status, detail from sync_log
      where provider_id = p.id and entity_name_key = ${nameKey} and resource_type = 'User'
      order by id desc limit ${MOST}::int
    ) l order by l.id desc`)
