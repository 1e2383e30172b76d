// PGlite on a thread of its own, so that a long statement never stops the web server. Plain JavaScript: it is started
// as a file, outside every bundle. Messages: {id, bytes} → {id, bytes}; {id, reset} and {id, close} → {id}.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

let database
try {
  database = await PGlite.create({ dataDir: workerData.dataDir, extensions: { pg_trgm } })
  parentPort.postMessage({ ready: true })
} catch (error) {
  parentPort.postMessage({ failed: String(error) })
}

async function reset() {
  await database.exec('rollback')
  await database.exec('discard all')
  // The adapter drops offsets of timestamps: the session must speak UTC.
  await database.exec("set timezone to 'UTC'")
}

parentPort.on('message', async ({ id, bytes, reset: wanted, close }) => {
  try {
    if (close) await database.close()
    else if (wanted) await reset()
    else {
      const answer = await database.runExclusive(() => database.execProtocolRaw(bytes))
      // Copied: PGlite may hand out a view of its memory.
      const copy = new Uint8Array(answer)
      parentPort.postMessage({ id, bytes: copy }, [copy.buffer])
      return
    }
    parentPort.postMessage({ id })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
