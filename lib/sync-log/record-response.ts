import { query, sql } from '@/lib/db/sql'
import type { JsonObject } from '@/lib/scim'
import { cutBody, responseText } from './log-body'
import type { RecordedCall } from './recorded-call'
import { Redaction } from './redaction'

/** Keeps the answer of a call that is recorded already: for the one kind of answer that is read after the change. */
export async function recordResponse(call: RecordedCall, body: JsonObject): Promise<void> {
  const { text, cut } = cutBody(responseText(body, new Redaction(call.provider.redactedAttributes)))
  await query(sql`update sync_log_payloads set response = ${text}::text, response_cut = ${cut}::int
    where log_id = ${call.requestId}::uuid returning 1 as done`)
}
