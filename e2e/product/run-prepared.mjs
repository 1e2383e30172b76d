// Plain JavaScript without packages, since there may be none yet.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findPostgres } from '../../lib/testing/run/postgres.mjs'
import { build, checkNode, generate, install } from '../../lib/server/prepare.mjs'

/**
 * Runs a program that starts products: everything is built first, and there is a PostgreSQL server unless the arguments
 * can do without. Ends the process with the program's exit code.
 * @param variable names the server to the program; one that is given is used
 */
export async function runPrepared(program, variable) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
  const args = process.argv.slice(2)
  const needsPostgres = !/--help|--url|embedded/.test(args.join(' '))
  let postgres
  try {
    checkNode()
    await install()
    await generate()
    await build()
    if (needsPostgres && !process.env[variable]) postgres = await findPostgres()
  } catch (error) {
    console.error(`\n${error.message}`)
    process.exit(1)
  }
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...(postgres && { [variable]: postgres.url }) },
  })
  child.on('exit', async (code) => {
    await postgres?.stop()
    process.exit(code ?? 1)
  })
}
