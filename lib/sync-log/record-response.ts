import { query, sql } from '@/lib/db/sql'
import type { JsonObject } from '@/lib/scim'
import { loggedResponse } from './log-body'
import type { RecordedCall } from './recorded-call'

/** Keeps the answer of a call that is recorded already: for the one kind of answer that is read after the change. */
export async function recordResponse(call: RecordedCall, body: JsonObject): Promise<void> {
  const { text, cut } = loggedResponse(body, call.provider.redactedAttributes)
  await query(sql`update sync_log_payloads set response = ${text}::text, response_cut = ${cut}::int
    where log_id = ${call.requestId}::uuid returning 1 as done`)
}
