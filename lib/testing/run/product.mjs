import { spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addExtendedProvider } from './extended-provider.mjs'
import { freePort } from './postgres.mjs'

// Generous: a busy machine is no failure.
const READY_MS = 180_000
const DEMO_MS = 600_000

const token = () => `rc_${randomBytes(32).toString('base64url')}`

/** A key of each kind that a client may sign with, as private JWKs. */
const keys = [
  ['rsa', { modulusLength: 2048 }],
  ['ec', { namedCurve: 'P-256' }],
  ['ed25519', {}],
].map(([kind, options]) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }),
  kid: kind,
}))
const publicKeys = keys.map(({ kty, kid, n, e, crv, x, y }) => ({ kty, kid, n, e, crv, x, y }))

/** What every started product is given, and every test against it may use. */
export const known = {
  SCIM_PROVIDER: 'replayed',
  SCIM_TOKEN: token(),
  SCIM_PROVIDER_2: 'suite',
  SCIM_TOKEN_2: token(),
  // With extension schemas (extended-provider.mjs).
  SCIM_PROVIDER_3: 'extended',
  SCIM_TOKEN_3: token(),
  /** An OAuth client of the second provider. */
  SCIM_CLIENT_ID: randomUUID(),
  SCIM_CLIENT_SECRET: token(),
  SCIM_CLIENT_KEYS: JSON.stringify({ keys }),
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
  const { SCIM_PROVIDER, SCIM_TOKEN, SCIM_PROVIDER_2, SCIM_TOKEN_2, SCIM_PROVIDER_3, SCIM_TOKEN_3 } = known
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = known
  const given = { ...env, ADMIN_EMAIL, ADMIN_PASSWORD, DATA_DIR: dataDir }
  // A start makes one provider: the second start finds the others there.
  const first = await launch(flags, { ...given, BOOTSTRAP_PROVIDER: SCIM_PROVIDER, BOOTSTRAP_TOKEN: SCIM_TOKEN })
  await first.stop()
  await addExtendedProvider({ url: env.DATABASE_URL, dataDir }, SCIM_PROVIDER_3, SCIM_TOKEN_3)
  const { base, stop } = await launch(flags, {
    ...given,
    BOOTSTRAP_PROVIDER: SCIM_PROVIDER_2,
    BOOTSTRAP_TOKEN: SCIM_TOKEN_2,
    BOOTSTRAP_CLIENT_ID: known.SCIM_CLIENT_ID,
    BOOTSTRAP_CLIENT_SECRET: known.SCIM_CLIENT_SECRET,
    BOOTSTRAP_CLIENT_KEYS: JSON.stringify({ keys: publicKeys }),
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
