import { writeFileSync } from 'node:fs'
import type { Result } from '@/lib/idp-clients/conformance/check'
import { listed, startConformance, type Choice } from '@/lib/idp-clients/conformance/conformance'
import { knock } from './knock'
import { HELP, readOptions, type Options } from './options'
import { secretsOf } from './redact'
import { junit } from './report-junit'
import { closing, groupLine, lineOf } from './report-text'
import { count, exitCode, LEVELS } from './totals'

const chosenBy =
  ({ only }: Options): Choice =>
  ({ id, group, clause = '' }) =>
    only.length === 0 ||
    only.some((text) => [id, group, clause].some((words) => words.toLowerCase().includes(text.trim().toLowerCase())))

function list(options: Options) {
  const chosen = listed().filter(chosenBy(options))
  for (const { id, group, level, clause, title } of chosen)
    console.log([level.padEnd(6), id, clause ?? group, title].join('  '))
  return 0
}

async function check(options: Options): Promise<number> {
  const began = performance.now()
  const redact = secretsOf(options.target)
  await knock(options.target)
  const run = Date.now().toString(36) + Math.floor(Math.random() * 1296).toString(36)
  const conformance = await startConformance(options.target, run, chosenBy(options))
  let interrupted = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // One key press may arrive twice: from the terminal, and from the program above.
      if (interrupted > 0 && performance.now() - interrupted > 1000) process.exit(130)
      if (interrupted === 0) console.error('\nCleaning up. Once more to leave at once.')
      interrupted ||= performance.now()
    })

  const results: Result[] = []
  const say = options.json ? () => undefined : (text: string) => console.log(redact(text))
  const endGroup = () => say(groupLine(results.filter(({ group }) => group === results.at(-1)?.group)))
  say(`${options.target.baseUrl}\n`)
  for await (const result of conformance.results) {
    if (result.group !== results.at(-1)?.group) {
      if (results.length > 0) endGroup()
      say(result.group)
    }
    results.push(result)
    say(lineOf(result))
    if (interrupted > 0) break
  }
  if (results.length > 0) endGroup()
  const left = await conformance.cleanUp()

  if (results.length === 0) throw new Error('Nothing was chosen: --list says what there is.')
  const code = interrupted > 0 ? 130 : exitCode(results, options.strict)
  if (options.junit !== undefined) writeFileSync(options.junit, redact(junit(results)))
  if (options.json) console.log(redact(asJson(options, results, left, code)))
  say(closing(results, left, (performance.now() - began) / 1000))
  return code
}

const asJson = (options: Options, results: Result[], left: string[], code: number) =>
  JSON.stringify(
    {
      version: 1,
      url: options.target.baseUrl,
      totals: {
        ...count(results),
        levels: Object.fromEntries(LEVELS.map((level) => [level, count(results.filter((one) => one.level === level))])),
      },
      exitCode: code,
      left,
      results,
    },
    null,
    2,
  )

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') console.log(HELP)
  else process.exitCode = options.list ? list(options) : await check(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
