import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'

// Prisma's own advisory lock: `prisma migrate deploy` and Rollcall never run at the same time.
const LOCK = 72707369

const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/** The database can't be brought to this version. `message` says what is left and what to do. */
export class MigrationError extends Error {}

interface Applied {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

/**
 * Applies what is pending in `directory`, each migration with its row of `_prisma_migrations` in one transaction,
 * under an advisory lock: several instances may start together.
 * @returns the names applied now
 * @throws MigrationError when one fails, failed before, was edited after it was applied, or is unknown to this code
 */
export async function migrate(pool: pg.Pool, directory = 'prisma/migrations'): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    try {
      await client.query(TABLE)
      return await applyPending(client, directory)
    } finally {
      await client.query(`select pg_advisory_unlock(${LOCK})`)
    }
  } finally {
    client.release()
  }
}

/** True when every migration of `directory` is applied. */
export async function isMigrated(pool: pg.Pool, directory = 'prisma/migrations'): Promise<boolean> {
  const { rows } = await pool.query<Applied>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const done = new Set(rows.map((row) => row.migration_name))
  return migrationNames(directory).every((name) => done.has(name))
}

const migrationNames = (directory: string) =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

async function applyPending(client: pg.PoolClient, directory: string): Promise<string[]> {
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  const names = migrationNames(directory)
  const unknown = rows.map((row) => row.migration_name).filter((name) => !names.includes(name))
  if (unknown.length)
    throw new MigrationError(
      `The database is newer than this Rollcall: it has ${unknown.join(', ')}. Start the version that made it, or a later one.`,
    )
  const now: string[] = []
  for (const name of names) {
    const script = readFileSync(`${directory}/${name}/migration.sql`, 'utf8')
    const checksum = createHash('sha256').update(script).digest('hex')
    const row = applied.get(name)
    if (row) checkApplied(name, row, checksum)
    else {
      await applyOne(client, name, script, checksum)
      now.push(name)
    }
  }
  return now
}

function checkApplied(name: string, row: Applied, checksum: string) {
  if (!row.finished_at)
    throw new MigrationError(
      `Migration ${name} failed earlier and was left half done by another tool. ` +
        `Restore a backup, or repair the schema and mark it with: prisma migrate resolve --applied ${name}`,
    )
  if (row.checksum !== checksum)
    throw new MigrationError(
      `Migration ${name} was edited after it was applied. Put prisma/migrations back as released (git checkout).`,
    )
}

async function applyOne(client: pg.PoolClient, name: string, script: string, checksum: string) {
  const started = new Date()
  await client.query('begin')
  try {
    await client.query(script)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), checksum, name, started],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `Migration ${name} failed and was undone; the database is as it was before. Reason: ${(error as Error).message}`,
    )
  }
}
