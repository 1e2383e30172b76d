import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addExtendedProvider } from './extended-provider.mjs'
import { freePort } from './postgres.mjs'

// Generous: a busy machine is no failure.
const READY_MS = 180_000
const DEMO_MS = 600_000

const token = () => `rc_${randomBytes(32).toString('base64url')}`

/** What every started product is given, and every test against it may use. */
export const known = {
  SCIM_PROVIDER: 'replayed',
  SCIM_TOKEN: token(),
  SCIM_PROVIDER_2: 'suite',
  SCIM_TOKEN_2: token(),
  // With extension schemas (extended-provider.mjs).
  SCIM_PROVIDER_3: 'extended',
  SCIM_TOKEN_3: token(),
  ADMIN_EMAIL: 'admin@rollcall.example',
  ADMIN_PASSWORD: 'correct-horse-battery',
}

/**
 * Starts the product as a user would, on a free port and a throw-away data folder, with the three providers of `known`.
 * @param flags of the start script
 * @returns where it answers, and how to stop it
 */
export async function startProduct(flags, env = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  const { SCIM_PROVIDER, SCIM_TOKEN, SCIM_PROVIDER_2, SCIM_TOKEN_2, SCIM_PROVIDER_3, SCIM_TOKEN_3, ...admin } = known
  const given = { ...env, ...admin, DATA_DIR: dataDir }
  // A start makes one provider: the second start finds the others there.
  const first = await launch(flags, { ...given, BOOTSTRAP_PROVIDER: SCIM_PROVIDER, BOOTSTRAP_TOKEN: SCIM_TOKEN })
  await first.stop()
  await addExtendedProvider({ url: env.DATABASE_URL, dataDir }, SCIM_PROVIDER_3, SCIM_TOKEN_3)
  const { base, stop } = await launch(flags, {
    ...given,
    BOOTSTRAP_PROVIDER: SCIM_PROVIDER_2,
    BOOTSTRAP_TOKEN: SCIM_TOKEN_2,
  })
  return {
    base,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts the demo and waits until all its data is there. Nothing happens to it then. */
export async function startDemo() {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = known
  const { base, stop, says } = await launch(['--demo', '--once'], { ADMIN_EMAIL, ADMIN_PASSWORD })
  await says(/\d+ calls in|The demo ended early/)
  return { base, stop }
}

async function launch(flags, env) {
  const port = await freePort()
  const child = spawn(process.execPath, ['lib/server/start.mjs', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, PORT: String(port) },
  })
  const output = []
  child.stdout.on('data', (data) => output.push(data))
  child.stderr.on('data', (data) => output.push(data))
  const ended = new Promise((resolve) => child.on('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const says = async (text) => {
    for (const until = Date.now() + DEMO_MS; !text.test(String(Buffer.concat(output)));) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`It did not say ${text}:\n${Buffer.concat(output)}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const base = `http://127.0.0.1:${port}`
  for (const until = Date.now() + READY_MS; !(await isReady(base));) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop()
      throw new Error(`The product did not start.\n${Buffer.concat(output)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { base, stop, says }
}

const isReady = (base) =>
  fetch(`${base}/api/health/ready`).then(
    (response) => response.ok,
    () => false,
  )
