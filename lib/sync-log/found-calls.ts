import { query, sql } from '@/lib/db/sql'
import { isUuid } from '@/lib/db/uuid'
import type { JsonObject } from '@/lib/scim'

/** A row of SCIM Sync Logs. */
export interface FoundCall {
  id: string
  providerId: string
  tokenId: string | null
  at: Date
  method: string
  /** Below /v2, with its query. */
  url: string
  resourceType: 'User' | 'Group' | null
  entityId: string | null
  entityName: string | null
  entityExternalId: string | null
  action: string
  status: number
  scimType: string | null
  detail: string | null
  durationMs: number
  client: string | null
  address: string | null
  membersAdded: number
  membersRemoved: number
  changes: JsonObject[] | null
  notes: JsonObject[] | null
}

const columns = sql`id::text as id, provider_id::text as "providerId", token_id::text as "tokenId", at, method, url,
  resource_type as "resourceType", entity_id as "entityId", entity_name as "entityName",
  entity_external_id as "entityExternalId", action, status, scim_type as "scimType", detail,
  duration_ms as "durationMs", client, address, members_added as "membersAdded", members_removed as "membersRemoved",
  changes, notes`

/** The rows of these calls, in the order of the ids. */
export async function readCalls(ids: string[]): Promise<FoundCall[]> {
  if (ids.length === 0) return []
  const rows = await query<FoundCall>(sql`select ${columns} from sync_log where id = any(${ids}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A call with the bodies that were kept of it. */
export interface CallDetails extends FoundCall {
  request: string | null
  /** Bytes of the whole body, when only its beginning was kept. */
  requestCut: number | null
  response: string | null
  responseCut: number | null
  /** The bodies are kept for a shorter time than the call. */
  bodiesKept: boolean
}

/** A call by its request id. */
export async function callDetails(id: string): Promise<CallDetails | undefined> {
  if (!isUuid(id)) return undefined
  const [[call], [payload]] = await Promise.all([
    readCalls([id]),
    query<Omit<CallDetails, keyof FoundCall | 'bodiesKept'>>(sql`
      select request, request_cut as "requestCut", response, response_cut as "responseCut"
      from sync_log_payloads where log_id = ${id}::uuid`),
  ])
  const none = { request: null, requestCut: null, response: null, responseCut: null }
  return call && { ...call, ...(payload ?? none), bodiesKept: payload !== undefined }
}
