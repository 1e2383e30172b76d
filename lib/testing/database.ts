import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeEach } from 'vitest'
import { database, isOpen, openDatabase } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { writeUses } from '@/lib/providers/uses'
import { drain } from '@/lib/sync-log/refusal-queue'

/**
 * A real, migrated database for the tests of a file, emptied before each test: PostgreSQL where TEST_DATABASE_URL names
 * a server (a database of its own for each worker), else PGlite in memory. It is opened once in a worker.
 */
export function useDatabase() {
  beforeEach(async () => {
    if (!isOpen()) await openTestDatabase()
    await emptyDatabase()
  })
}

/** Opens and migrates this worker's test database. */
export async function openTestDatabase() {
  const server = process.env['TEST_DATABASE_URL']
  const opened = await openDatabase(server ? { url: await freshDatabase(server) } : { dataDir: 'memory://' })
  await migrate(opened.pool)
}

async function freshDatabase(server: string): Promise<string> {
  const name = `rollcall_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function emptyDatabase() {
  const { pool } = database()
  // What is written just after an answer must not meet the next test, nor the truncation, which would lock each other out.
  await Promise.allSettled([drain(), writeUses()])
  const { rows } = await pool.query<{ tables: string }>(
    `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
     where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  )
  await pool.query(`truncate ${rows[0]!.tables} cascade`)
}
