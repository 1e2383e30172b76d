import type { Database } from './client'
import { type History, type Measures, type Step, nextStep } from './upkeep-steps'

// Nothing vacuums, analyses or checkpoints the embedded database but this: it runs no background processes. There is one
// connection, so that a step is one statement about one table, taken in a moment when nobody asks for anything; what is
// long overdue is done at a busy moment rather than never.

const TICK_MS = 2_000
const IDLE_MS = 300
/** So many times past due, a step no longer waits for an idle moment. */
const OVERDUE = 4

const MEASURE = `
  select
    pg_wal_lsn_diff(pg_current_wal_insert_lsn(), (select redo_lsn from pg_control_checkpoint()))::float8 as "sinceCheckpoint",
    pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as written,
    (select coalesce(jsonb_agg(jsonb_build_object('name', relname, 'pages', pg_relation_size(oid) / 8192,
       'knownPages', greatest(relpages, 0), 'visiblePages', relallvisible)), '[]')
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as tables`

export interface Upkeep {
  /** Waits for the step that is running, and begins no other. */
  stop(): Promise<void>
}

/** Starts the embedded database's upkeep. A PostgreSQL server does its own: nothing happens there. */
export function startUpkeep({ kind, pool }: Database, everyMs = TICK_MS): Upkeep {
  if (kind !== 'embedded') return { stop: async () => {} }
  const history: History = new Map()
  let lastUse = 0
  let unseen = true
  let own = false
  pool.on('acquire', () => {
    if (own) own = false
    else {
      lastUse = Date.now()
      unseen = true
    }
  })
  const ask = <Row extends object>(statement: string) => {
    own = true
    return pool.query<Row>(statement)
  }

  async function tick() {
    if (!unseen) return
    unseen = false
    const { rows } = await ask<Measures>(MEASURE)
    const step = nextStep(rows[0]!, history)
    if (!step) return
    unseen = true
    const idle = Date.now() - lastUse >= IDLE_MS && pool.waitingCount === 0
    if (!idle && step.due < OVERDUE) return
    await ask(statementOf(step))
    remember(step, rows[0]!, history)
  }

  let running = Promise.resolve()
  // A step that fails is tried again; the database says why in its answer to whoever uses it next.
  const timer = setInterval(() => (running = running.then(tick).catch(() => {})), everyMs).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

function statementOf({ kind, table }: Step): string {
  if (kind === 'checkpoint') return 'checkpoint'
  return kind === 'analyze' ? `analyze "${table}"` : `vacuum (truncate false) "${table}"`
}

function remember({ kind, table }: Step, { written }: Measures, history: History) {
  if (!table) return
  const before = history.get(table) ?? { analyzed: 0, vacuumed: 0 }
  history.set(table, kind === 'analyze' ? { ...before, analyzed: written } : { ...before, vacuumed: written })
}
