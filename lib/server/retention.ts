import { setTimeout as sleep } from 'node:timers/promises'
import { deleteExpired } from '@/lib/providers/oauth/access-tokens'
import { retainStep } from '@/lib/sync-log/retention'

const EVERY_MS = 60 * 60 * 1000
const PAUSE_MS = 200

/** Each deletes a little of what is past its time, and says whether there may be more. */
const steps = [retainStep, deleteExpired]

/** Deletes every hour what is past its time, with a pause after each step. */
export function startRetention(): { stop(): Promise<void> } {
  let stopped = false
  async function run() {
    for (const step of steps)
      while (!stopped && (await step(new Date()))) await sleep(PAUSE_MS, undefined, { ref: false })
  }
  // A run that fails is made up for by the next one.
  let running = Promise.resolve()
  const timer = setInterval(() => (running = running.then(run).catch(() => {})), EVERY_MS).unref()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
