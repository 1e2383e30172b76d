// npm run conformance. Plain JavaScript without packages, since there may be none yet; e2e/conformance/main.ts does the work.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkNode, install } from '../../lib/server/prepare.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
try {
  checkNode()
  await install()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(2)
}
const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/conformance/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
// The terminal tells the child too: it cleans up first.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
