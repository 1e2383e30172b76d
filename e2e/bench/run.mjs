// npm run bench. Plain JavaScript without packages, since there may be none yet; e2e/bench/main.ts does the work.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build, checkNode, generate, install } from '../../lib/server/prepare.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
try {
  checkNode()
  await install()
  await generate()
  await build()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}
const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/bench/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => process.exit(code ?? 1))
