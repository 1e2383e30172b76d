import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { openEmbedded } from './embedded'
import { PrismaClient } from './generated/client'
import { statementNames } from './statement-names'

export interface Database {
  kind: 'embedded' | 'postgres'
  prisma: PrismaClient
  /** The same connections, for what Prisma can't do: migrations, advisory locks, upkeep. */
  pool: pg.Pool
  close(): Promise<void>
}

// On globalThis: Next loads modules more than once in a process, and there is one database.
const shared = globalThis as { rollcallDatabase?: Database }

/**
 * The process-wide database that the server opened.
 * @throws Error before the server has opened one (so that `next build` opens nothing)
 */
export function database(): Database {
  if (!shared.rollcallDatabase) throw new Error('The database is not open yet.')
  return shared.rollcallDatabase
}

export const isOpen = () => shared.rollcallDatabase !== undefined

const client = (pool: pg.Pool) =>
  new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) })

/**
 * Opens the database that `database()` hands out from then on.
 * @param where a PostgreSQL URL, or the folder of the embedded database (`memory://` in tests)
 */
export async function openDatabase(where: { url: string } | { dataDir: string }): Promise<Database> {
  if ('url' in where) {
    // Timestamps come back without their offset: the session must speak UTC.
    const pool = new pg.Pool({ connectionString: where.url, options: '-c TimeZone=UTC -c jit=off', max: 16 })
    // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
    pool.on('error', () => {})
    const prisma = client(pool)
    return (shared.rollcallDatabase = {
      kind: 'postgres',
      prisma,
      pool,
      close: async () => {
        await prisma.$disconnect()
        await pool.end()
      },
    })
  }
  const embedded = await openEmbedded(where.dataDir)
  const prisma = client(embedded.pool)
  return (shared.rollcallDatabase = {
    kind: 'embedded',
    prisma,
    pool: embedded.pool,
    close: async () => {
      await prisma.$disconnect()
      await embedded.pool.end()
      await embedded.close()
    },
  })
}
