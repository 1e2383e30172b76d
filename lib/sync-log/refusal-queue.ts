import { query, sql } from '@/lib/db/sql'
import { databaseFailure } from '@/lib/db/errors'
import { logStatement } from './log-statement'
import type { LogEntry } from './log-entry'

// Enough for a burst; bodies of queued calls are held in memory until they are written.
const MOST = 1_000
const MOST_BYTES = 64 * 1024 * 1024
const SOON_MS = 20
const AGAIN_MS = 1_000

interface Queue {
  entries: LogEntry[]
  bytes: number
  /** Calls that found the queue full since the last one that did not. */
  dropped: number
  timer?: NodeJS.Timeout
  writing?: Promise<void>
}

// On globalThis: Next loads modules more than once in a process, and the server drains one queue.
const shared = globalThis as { rollcallRefusals?: Queue }
const queue = () => (shared.rollcallRefusals ??= { entries: [], bytes: 0, dropped: 0 })

const bytesOf = (entry: LogEntry) => entry.call.bodyText?.length ?? 0

/**
 * Puts a call that changed nothing in line for the log; its row is written soon after its answer. When the line is full
 * the call is dropped, and the next row that is written says how many were.
 */
export function enqueue(entry: LogEntry) {
  const line = queue()
  if (line.entries.length >= MOST || line.bytes + bytesOf(entry) > MOST_BYTES) {
    line.dropped++
    return
  }
  line.entries.push(line.dropped ? sayDropped(entry, line.dropped) : entry)
  line.bytes += bytesOf(entry)
  line.dropped = 0
  schedule(SOON_MS)
}

const sayDropped = (entry: LogEntry, dropped: number): LogEntry => ({
  ...entry,
  call: {
    ...entry.call,
    notes: [
      ...entry.call.notes,
      {
        code: 'log-overflow',
        detail: `${dropped} calls before this one are not in the log: more came than could be recorded.`,
      },
    ],
  },
})

function schedule(delay: number) {
  const line = queue()
  if (line.timer || line.writing) return
  line.timer = setTimeout(() => void write(), delay)
  line.timer.unref()
}

/** Writes what is in line. A database that is away keeps the line as it is, for a later try. */
function write(): Promise<void> {
  const line = queue()
  clearTimeout(line.timer)
  line.timer = undefined
  line.writing ??= writeAll(line).finally(() => {
    line.writing = undefined
    if (line.entries.length) schedule(AGAIN_MS)
  })
  return line.writing
}

async function writeAll(line: Queue) {
  for (let entry = line.entries[0]; entry; entry = line.entries[0]) {
    try {
      await query(sql`with written as (select 1), ${logStatement(entry, sql`written`)} select 1 as done`)
    } catch (error) {
      if (databaseFailure(error) === 'unavailable') return
      // A row that can't be written must not hold up those behind it.
      line.dropped++
    }
    line.entries.shift()
    line.bytes -= bytesOf(entry)
  }
}

/** Writes everything that is in line. Call at shutdown, before the database is closed. */
export async function drain(): Promise<void> {
  await write()
}
