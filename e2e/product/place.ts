import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '@/lib/db/embedded'

/** An empty database for one run of the product. */
export interface Place {
  where: { dataDir: string } | { url: string }
  /** Opens it without the product, which must not be running on the embedded one. */
  open(): Promise<{ pool: pg.Pool; close(): Promise<void> }>
  remove(): Promise<void>
}

export function embeddedPlace(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-'))
  return {
    where: { dataDir },
    open: async () => {
      const { pool, close } = await openEmbedded(join(dataDir, 'database'))
      return {
        pool,
        close: async () => {
          // Nothing else does: the next opening would replay all that was written.
          await pool.query('checkpoint')
          await pool.end()
          await close()
        },
      }
    },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** A database of its own on a server. */
export async function postgresPlace(server: string): Promise<Place> {
  const name = `rollcall_run_${process.pid}_${Date.now().toString(36)}`
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await onServer(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    where: { url: url.href },
    open: async () => {
      const pool = new pg.Pool({ connectionString: url.href, options: '-c TimeZone=UTC', max: 16 })
      return {
        pool,
        close: async () => {
          await pool.query('checkpoint')
          await pool.end()
        },
      }
    },
    remove: () => onServer(`drop database ${name} with (force)`),
  }
}
