import { query, sql } from '@/lib/db/sql'

const DAY_MS = 24 * 60 * 60 * 1000
const STEP = 500

export interface Retention {
  /** Days that bodies are kept. */
  payloads: number
  /** Days that rows are kept. */
  rows: number
}

export const RETENTION: Retention = { payloads: 90, rows: 400 }

/**
 * Deletes a few hundred of the oldest payloads and rows that are past their time; a short statement each, so that no
 * call waits for it.
 * @returns whether there may be more to do
 */
export async function retainStep(now: Date, retention: Retention = RETENTION): Promise<boolean> {
  const payloads = await deletePayloads(new Date(now.getTime() - retention.payloads * DAY_MS))
  const rows = await deleteRows(new Date(now.getTime() - retention.rows * DAY_MS))
  return payloads === STEP || rows === STEP
}

async function deletePayloads(before: Date): Promise<number> {
  const gone = await query(sql`delete from sync_log_payloads where log_id in (
    select log_id from sync_log_payloads where at < ${before}::timestamptz order by at limit ${STEP}::int
  ) returning 1 as gone`)
  return gone.length
}

/** Row ids are UUIDv7: the beginning of the table in id order is its oldest part. */
async function deleteRows(before: Date): Promise<number> {
  const [row] = await query<{ gone: number }>(sql`with old as materialized (
    select id from sync_log where id < ${firstIdAt(before)}::uuid order by id limit ${STEP}::int
  ), mentions as (delete from sync_log_mentions where log_id in (select id from old)
  ), payloads as (delete from sync_log_payloads where log_id in (select id from old)
  ), gone as (delete from sync_log where id in (select id from old) returning 1)
  select count(*)::int as gone from gone`)
  return row!.gone
}

/** The least UUIDv7 of an instant. */
export function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
