import { writeFileSync } from 'node:fs'
import type { Result } from '@/lib/idp-clients/conformance/check'
import { listed, startConformance, type Choice } from '@/lib/idp-clients/conformance/conformance'
import { chosenBy } from './choice'
import { knock } from './knock'
import { HELP, readOptions, type Options } from './options'
import { redacted, redactor } from './redact'
import { asJson } from './report-json'
import { junit } from './report-junit'
import { closing, groupLine, lineOf, plain } from './report-text'
import { exitCode } from './totals'

let redact = (text: string) => text

function list(chosen: Choice) {
  for (const { id, group, level, clause, title } of listed().filter(chosen))
    console.log([level.padEnd(6), id, clause ?? group, title].join('  '))
  return 0
}

async function check(options: Options, chosen: Choice): Promise<number> {
  const began = performance.now()
  redact = redactor(options.target)
  // What can't be written is known before anything is sent.
  if (options.junit !== undefined) writeFileSync(options.junit, '')
  await knock(options.target)
  const run = Date.now().toString(36) + Math.floor(Math.random() * 1296).toString(36)
  const conformance = await startConformance(options.target, run, chosen)
  let interrupted = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // One key press may arrive twice: from the terminal, and from the program above.
      if (interrupted > 0 && performance.now() - interrupted > 1000) process.exit(130)
      if (interrupted === 0) console.error('\nCleaning up. Once more to leave at once.')
      interrupted ||= performance.now()
    })

  const results: Result[] = []
  const say = options.json ? () => undefined : (text: string) => console.log(text)
  const endGroup = () => say(groupLine(results.filter(({ group }) => group === results.at(-1)?.group)))
  say(`${options.target.baseUrl}\n`)
  for await (const found of conformance.results) {
    const result = redacted(found, redact)
    if (result.group !== results.at(-1)?.group) {
      if (results.length > 0) endGroup()
      say(result.group)
    }
    results.push(result)
    say(lineOf(result))
    if (interrupted > 0) break
  }
  if (results.length > 0) endGroup()
  const left = (await conformance.cleanUp()).map(redact)

  const code = interrupted > 0 ? 130 : exitCode(results, options.strict)
  if (options.junit !== undefined) writeFileSync(options.junit, junit(results, options.strict))
  if (options.json) console.log(asJson(options.target.baseUrl, results, left, code))
  say(closing(results, left, (performance.now() - began) / 1000))
  return code
}

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') console.log(HELP)
  else {
    const chosen = chosenBy(options.only)
    process.exitCode = options.list ? list(chosen) : await check(options, chosen)
  }
} catch (error) {
  console.error(plain(redact(error instanceof Error ? error.message : String(error))))
  process.exitCode = 2
}
