import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Database, openDatabase } from '@/lib/db/client'
import { lockFolder } from '@/lib/db/lock'
import { migrate } from '@/lib/db/migrate'
import { waitForPostgres } from '@/lib/db/reach'
import { startUpkeep } from '@/lib/db/upkeep'
import type { Env } from '@/lib/env'
import { keptSecret } from './secret'
import { StartError } from './start-error'

const WAIT_SECONDS = 30

export interface Opened {
  database: Database
  secret: string
  /** Closes the database, then gives the data folder free. */
  close(): Promise<void>
}

/** Opens and migrates the database that the environment names. */
export async function open(env: Env, address: string): Promise<Opened> {
  const opened = env.DATABASE_URL
    ? await openServer(env.DATABASE_URL, env.AUTH_SECRET!)
    : await openFolder(env, address)
  await migrate(opened.database.pool)
  const upkeep = startUpkeep(opened.database)
  const close = async () => {
    await upkeep.stop()
    await opened.close()
  }
  return { ...opened, close }
}

async function openServer(url: string, secret: string): Promise<Opened> {
  await waitForPostgres(url, WAIT_SECONDS, console.log)
  const database = await openDatabase({ url })
  return { database, secret, close: database.close }
}

async function openFolder({ DATA_DIR, AUTH_SECRET }: Env, address: string): Promise<Opened> {
  makeFolder(DATA_DIR)
  const lock = await lockFolder(DATA_DIR, address)
  const files = join(DATA_DIR, 'database')
  const database = await openDatabase({ dataDir: files }).catch((error: Error) => {
    throw new StartError(
      `The embedded database in ${resolve(files)} can't be opened: ${error.message}\n` +
        'Put a backup of the data folder in its place, or start with an empty one: DATA_DIR=…',
    )
  })
  return {
    database,
    secret: AUTH_SECRET ?? keptSecret(DATA_DIR),
    close: async () => {
      await database.close()
      await lock.release()
    },
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartError(
      `The data folder ${resolve(folder)} can't be used: ${(error as Error).message}. Choose another: DATA_DIR=…`,
    )
  }
}
