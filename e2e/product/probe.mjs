// Loaded into the server with --import: answers questions of its parent about processor time, memory and the statements
// that it runs. It costs nothing while nobody asks.
import { isMainThread } from 'node:worker_threads'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'

let peak = 0
let recorded

if (isMainThread) setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50).unref()

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (statement, ...rest) {
  if (recorded && typeof statement === 'object' && statement.text)
    recorded.push({ text: statement.text, values: [...(statement.values ?? rest[0] ?? [])] })
  return query.call(this, statement, ...rest)
}

// node:v8 and node:vm give the collector out at any time; --expose-gc would do it for a command line alone.
async function settle() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  for (let times = 0; times < 3; times++) {
    collect()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const { rss, heapUsed } = process.memoryUsage()
  return { rss, heapUsed }
}

const answers = {
  settled: settle,
  usage: () => ({ cpu: process.cpuUsage(), peak: Math.max(peak, process.memoryUsage.rss()) }),
  'reset-peak': () => {
    peak = 0
  },
  record: () => {
    recorded = []
  },
  recorded: () => {
    const statements = recorded
    recorded = undefined
    return statements
  },
}

// The thread of the embedded database loads this file too, and has no channel.
if (isMainThread) {
  process.on('message', async ({ id, ask }) => process.send?.({ id, answer: await answers[ask]?.() }))
  // The channel alone must not keep the server alive.
  process.channel?.unref()
}
