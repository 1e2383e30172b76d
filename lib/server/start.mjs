// npm start, npm run dev, npm run demo. Plain JavaScript without packages, since there may be none yet.
//   --dev             pages reload as they are edited
//   --demo            a throw-away data folder, filled by built-in clients over the SCIM endpoint, then live traffic
//   --once            with --demo: no live traffic after that
//   --scim-door=next  SCIM requests go through Next's route instead of straight to the handler (tests; always in --dev)
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, bundle, checkNode, generate, install } from './prepare.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const flags = new Set(process.argv.slice(2))
const dev = flags.has('--dev')

try {
  checkNode()
  await install()
  await generate()
  if (dev) await bundle('.next/rollcall-dev.mjs')
  else await build()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}

const demo = flags.has('--demo')
if (demo) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.env.DATA_DIR = folder
  delete process.env.DATABASE_URL
}
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
// In production they would cost a quarter of the start; the bundle keeps names and says which file each part is from.
if (dev) process.setSourceMapsEnabled(true)
const server = await import(pathToFileURL(dev ? '.next/rollcall-dev.mjs' : '.next/rollcall-server.mjs').href)
await server.main({
  dev,
  demo: demo && (flags.has('--once') ? 'once' : 'live'),
  scimDoor: dev || flags.has('--scim-door=next') ? 'next' : 'node',
})
