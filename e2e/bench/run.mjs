// npm run bench. Plain JavaScript without packages, since there may be none yet; e2e/bench/main.ts does the work.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findPostgres } from '../../lib/testing/run/postgres.mjs'
import { build, checkNode, generate, install } from '../../lib/server/prepare.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const args = process.argv.slice(2)
const needsPostgres = !args.includes('--help') && !args.join(' ').includes('embedded')
let postgres
try {
  checkNode()
  await install()
  await generate()
  await build()
  if (needsPostgres && !process.env.BENCH_DATABASE_URL) postgres = await findPostgres()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}
const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/bench/main.ts', ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(postgres && { BENCH_DATABASE_URL: postgres.url }) },
})
child.on('exit', async (code) => {
  await postgres?.stop()
  process.exit(code ?? 1)
})
