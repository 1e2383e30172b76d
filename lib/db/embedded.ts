import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { PgliteStream, type WireProtocol } from './pglite-stream'

type Reply = { ready?: true; failed?: string; id?: number; bytes?: Uint8Array; error?: string }

/** The embedded database on its own thread, and the pool (of one) that everything goes through. */
export interface Embedded {
  pool: pg.Pool
  /** Closes the database files properly. Call after the pool has ended. */
  close(): Promise<void>
}

/**
 * Opens the embedded database.
 * @param dataDir folder of the database files, or `memory://`. The caller holds the lock on it: PGlite takes none.
 * @throws Error when the files can't be opened
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const worker = new Worker(join(process.cwd(), 'lib/db/pglite-worker.mjs'), { workerData: { dataDir } })
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>()
  let last = 0

  const ask = (message: { bytes?: Uint8Array; reset?: true; close?: true }) =>
    new Promise<Reply>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...message })
    })

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.ready) return resolve()
      if (reply.failed) return reject(new Error(reply.failed))
      const caller = waiting.get(reply.id!)
      waiting.delete(reply.id!)
      if (reply.error) caller?.reject(new Error(reply.error))
      else caller?.resolve(reply)
    })
    const failAll = (error: Error) => {
      reject(error)
      for (const { reject: fail } of waiting.values()) fail(error)
      waiting.clear()
    }
    worker.on('error', failAll)
    worker.on('exit', (code) => failAll(new Error(`The embedded database stopped (${code}).`)))
  })

  const wire: WireProtocol = {
    send: async (bytes) => (await ask({ bytes })).bytes!,
    reset: async () => void (await ask({ reset: true })),
  }
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    stream: () => new PgliteStream(wire) as never,
  })
  return {
    pool,
    close: async () => {
      await ask({ close: true })
      await worker.terminate()
    },
  }
}
