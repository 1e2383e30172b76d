// Loaded into the server with --import: answers questions of its parent about processor time, memory and the statements
// that it runs. It costs nothing while nobody asks.
import { isMainThread } from 'node:worker_threads'
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

const answers = {
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
  process.on('message', ({ id, ask }) => process.send?.({ id, answer: answers[ask]?.() }))
  // The channel alone must not keep the server alive.
  process.channel?.unref()
}
