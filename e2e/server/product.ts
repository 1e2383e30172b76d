import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product as a process of its own. */
export interface Product {
  child: ChildProcess
  base: string
  dataDir: string
  /** Everything that it printed until now. */
  output(): string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
  /** Waits until the printed text matches. */
  says(text: string | RegExp): Promise<void>
}

export const TOKEN = 'rc_a-token-for-the-tests-of-the-server'

const running = new Set<ChildProcess>()

/** Ends what a test left running. */
export const endAll = () => running.forEach((child) => child.kill('SIGKILL'))

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'rollcall-test-'))

/** Starts the built product. Only what is given is in its environment, and what every program needs. */
export async function start(given: Record<string, string> = {}): Promise<Product> {
  const port = given['PORT'] ?? String(await freePort())
  const dataDir = given['DATA_DIR'] ?? temporaryFolder()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['lib/server/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH,
      HOME,
      BOOTSTRAP_PROVIDER: 'test',
      BOOTSTRAP_TOKEN: TOKEN,
      ...given,
      PORT: port,
      DATA_DIR: dataDir,
    },
  })
  running.add(child)
  let printed = ''
  child.stdout.on('data', (data) => (printed += data))
  child.stderr.on('data', (data) => (printed += data))
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  const says = async (text: string | RegExp) => {
    const there = () => (typeof text === 'string' ? printed.includes(text) : text.test(printed))
    for (const until = Date.now() + 120_000; !there(); await new Promise((resolve) => setTimeout(resolve, 50)))
      if (Date.now() > until || child.exitCode !== null) throw new Error(`It never said ${text}, but:\n${printed}`)
  }
  return { child, base: `http://127.0.0.1:${port}`, dataDir, output: () => printed, ended, says }
}

/** Starts the product and waits until it is ready. */
export async function startReady(given: Record<string, string> = {}): Promise<Product> {
  const product = await start(given)
  await product.says('Rollcall is ready')
  return product
}

/** Sends a SCIM request with the token that every product here has. */
export const scim = (base: string, path: string, init: RequestInit = {}) =>
  fetch(`${base}/scim/test/v2${path}`, {
    ...init,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json', ...init.headers },
  })

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
