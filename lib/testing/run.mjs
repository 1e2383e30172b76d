// npm test: installs what it needs, runs everything, ends with `N passed, N failed`. Plain JavaScript without packages,
// since there may be none yet. Folders or files as arguments run the unit tests there alone.
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, checkNode, generate, install } from '../server/prepare.mjs'
import { findBrowser } from './run/browser.mjs'
import { endToEnd } from './run/end-to-end.mjs'
import { findPostgres } from './run/postgres.mjs'
import { check, finish, unit } from './run/suites.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const only = process.argv.slice(2)
const started = performance.now()
const stops = []
let failure

try {
  checkNode()
  await install()
  await generate()
  rmSync('e2e/results', { recursive: true, force: true })
  mkdirSync('e2e/results', { recursive: true })
  const postgres = await findPostgres()
  stops.push(postgres.stop)
  if (only.length === 0) {
    const browser = await findBrowser()
    console.log(`\nDatabases: embedded (PGlite), ${postgres.name}\nBrowser:   ${browser.name}\n`)
    await check('Format', 'prettier/bin/prettier.cjs', ['--check', '.'])
    await check('Lint', 'eslint/bin/eslint.js', ['--config', 'lib/testing/eslint.config.mjs', '.'])
    await check('Types', 'typescript/bin/tsc', ['--noEmit'])
    await check('Dependency rule', 'dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      'lib/testing/dependencies.cjs',
      ...['app', 'components', 'lib', 'e2e'],
    ])
    await check('The protocol is covered, 100 %', 'vitest/vitest.mjs', [
      ...['run', '--config', 'lib/testing/vitest.config.mts', '--coverage', 'lib/scim'],
    ])
    await unit('Unit tests, embedded', {})
    await unit('Unit tests, PostgreSQL', { TEST_DATABASE_URL: postgres.url })
    await build()
    await endToEnd(postgres.url, browser.path)
    console.log(`\nCovered: embedded (PGlite) and ${postgres.name}, both doors, ${browser.name}`)
  } else {
    await unit('Unit tests, embedded', {}, only)
    await unit('Unit tests, PostgreSQL', { TEST_DATABASE_URL: postgres.url }, only)
  }
} catch (error) {
  failure = error
}
for (const stop of stops) await stop()
if (failure) console.error(`\n${failure.message}`)
process.exitCode = finish(started, failure)
