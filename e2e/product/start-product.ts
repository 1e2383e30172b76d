import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export const PROVIDER = 'bench'
export const TOKEN = 'bench-token-0123456789'
/** Characters of standard error that are kept. */
const COMPLAINTS = 20_000

/** What the server runs in the database for a request. */
export interface Statement {
  text: string
  values: unknown[]
}

export interface Usage {
  /** Microseconds of processor time since the start, all threads. */
  cpu: { user: number; system: number }
  /** Bytes resident at most, since the last reset. */
  peak: number
}

/** Memory once the collector has run, in bytes. */
export interface Settled {
  rss: number
  heapUsed: number
}

interface Answers {
  usage: Usage
  settled: Settled
  'reset-peak': undefined
  record: undefined
  recorded: Statement[]
}

/** A running server, started as `npm start` starts it. */
export interface Product {
  origin: string
  port: number
  /** Whether the process has ended, and what it wrote to standard error until now. */
  ended(): boolean
  complaints(): string
  ask<Question extends keyof Answers>(question: Question): Promise<Answers[Question]>
  /** SIGTERM, then waits for the end. */
  stop(): Promise<void>
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>
}

/**
 * Starts the server on a free port and waits until it is ready.
 * @param where the embedded database's folder, or a PostgreSQL URL
 * @throws Error with the server's output when it does not start
 */
export async function startProduct(where: { dataDir: string } | { url: string }): Promise<Product> {
  const database =
    'url' in where ? { DATABASE_URL: where.url, AUTH_SECRET: 'a'.repeat(32) } : { DATA_DIR: where.dataDir }
  const child = spawn(process.execPath, ['--import', './e2e/product/probe.mjs', 'lib/server/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...without(process.env, 'DATABASE_URL', 'DATA_DIR', 'BASE_URL'),
      ...database,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ADMIN_EMAIL: 'bench@rollcall.local',
      ADMIN_PASSWORD: 'bench-password-1',
      BOOTSTRAP_PROVIDER: PROVIDER,
      BOOTSTRAP_TOKEN: TOKEN,
    },
  })
  let complaints = ''
  child.stderr!.on('data', (data) => (complaints = (complaints + data).slice(-COMPLAINTS)))
  const origin = await ready(child)
  return {
    origin,
    port: Number(new URL(origin).port),
    ended: () => child.exitCode !== null || child.signalCode !== null,
    complaints: () => complaints,
    ask: asker(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

const without = (env: NodeJS.ProcessEnv, ...names: string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name))) as NodeJS.ProcessEnv

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (data: Buffer) => {
      output += data
      const address = /Portal\s+(http:\/\/\S+)/.exec(output)?.[1]
      if (address) resolve(address)
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${output}`)))
  })
}

function asker(child: ChildProcess): Product['ask'] {
  let last = 0
  return (question) =>
    new Promise((resolve) => {
      const id = ++last
      const hear = (message: { id: number; answer: never }) => {
        if (message.id !== id) return
        child.off('message', hear as never)
        resolve(message.answer)
      }
      child.on('message', hear as never)
      child.send({ id, ask: question })
    })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
