import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './postgres.mjs'

const READY_MS = 60_000

/** What every started product is given, and every test against it may use. */
export const known = {
  PROVIDER: 'test',
  TOKEN: `rc_${randomBytes(32).toString('base64url')}`,
  ADMIN_EMAIL: 'admin@rollcall.example',
  ADMIN_PASSWORD: 'correct-horse-battery',
}

/**
 * Starts the product as a user would, on a free port and a throw-away data folder.
 * @param flags of the start script
 * @returns where it answers, and how to stop it
 */
export async function startProduct(flags, env = {}) {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  const child = spawn(process.execPath, ['lib/server/start.mjs', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      BOOTSTRAP_PROVIDER: known.PROVIDER,
      BOOTSTRAP_TOKEN: known.TOKEN,
      ADMIN_EMAIL: known.ADMIN_EMAIL,
      ADMIN_PASSWORD: known.ADMIN_PASSWORD,
      ...env,
    },
  })
  const output = []
  child.stdout.on('data', (data) => output.push(data))
  child.stderr.on('data', (data) => output.push(data))
  const ended = new Promise((resolve) => child.on('close', resolve))
  const base = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
    return String(Buffer.concat(output))
  }
  const until = Date.now() + READY_MS
  while (!(await isReady(base))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The product did not start.\n${await stop()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { base, stop }
}

const isReady = (base) =>
  fetch(`${base}/api/health/ready`).then(
    (response) => response.ok,
    () => false,
  )
