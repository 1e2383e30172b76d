// Suites with their counts, taken from what the runners write for machines.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0 }

/** Runs a program of node_modules; returns its exit code and what it wrote. */
export function runNode(script, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
    })
    const output = []
    child.stdout.on('data', (data) => output.push(data))
    child.stderr.on('data', (data) => output.push(data))
    child.on('close', (code) => resolve({ code: code ?? 1, output: String(Buffer.concat(output)) }))
  })
}

/** One suite: says how it went, its output only when something failed. */
export async function suite(title, work) {
  const started = performance.now()
  // What it needs may not start: that fails this suite, and the others still run.
  const { passed, failed, output } = await work().catch((error) => ({ passed: 0, failed: 1, output: error.message }))
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${failed ? '✗' : '✓'} ${title}: ${passed} passed${failed ? `, ${failed} failed` : ''}  (${seconds} s)`)
  if (failed) console.log(`${output.trimEnd()}\n`)
  // What a test counted, and wants to be seen when it passed too.
  else for (const line of output?.match(/» .*/g) ?? []) console.log(`  ${line}`)
}

/** A check that passes or fails as a whole. */
export const check = (title, script, args) =>
  suite(title, async () => {
    const { code, output } = await runNode(script, args)
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
  })

/** Unit and property tests on one database. */
export const unit = (title, env, only = []) =>
  suite(title, async () => {
    const report = `e2e/results/unit-${env.TEST_DATABASE_URL ? 'postgres' : 'embedded'}.json`
    const args = ['run', '--config', 'lib/testing/vitest.config.mts', ...only]
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code, output } = await runNode('vitest/vitest.mjs', [...args, ...reporters], env)
    return { ...counted(report, code, countVitest), output }
  })

/** Playwright projects against a server that runs. */
export async function playwright(report, projects, env) {
  const file = `e2e/results/${report}.json`
  const args = ['test', '--config', 'e2e/playwright.config.ts', ...projects.map((name) => `--project=${name}`)]
  const { code, output } = await runNode('@playwright/test/cli.js', args, {
    JSON_REPORT: `results/${report}.json`,
    ...env,
  })
  return { ...counted(file, code, countPlaywright), output }
}

/** The counts of a report. A run that failed without a failed test (a file that can't be loaded) is a failure too. */
function counted(file, code, count) {
  const { passed, failed } = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

// A skipped test is one that was not passed.
const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numPendingTests + (report.numTodoTests ?? 0),
})

const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
})

/** The last line, and the exit code. */
export function finish(started, failure) {
  if (failure) total.failed++
  console.log(`\n${((performance.now() - started) / 60_000).toFixed(1)} minutes`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}
