// npm start, npm run dev, npm run demo. Plain JavaScript without packages, since there may be none yet.
//   --dev             pages reload as they are edited
//   --demo            a throw-away data folder, filled by built-in clients over the SCIM endpoint
//   --scim-door=next  SCIM requests go through Next's route instead of straight to the handler (tests; always in --dev)
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

process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.setSourceMapsEnabled(true)
const server = await import(pathToFileURL(dev ? '.next/rollcall-dev.mjs' : '.next/rollcall-server.mjs').href)
await server.main({ dev, demo: flags.has('--demo'), scimDoor: dev || flags.has('--scim-door=next') ? 'next' : 'node' })
