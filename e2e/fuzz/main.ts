import { embeddedPlace, postgresPlace } from '../product/place'
import { HELP, type Options, readOptions } from './options'
import { details, summary } from './report'
import { type Outcome, runAgainst, runOn } from './run-on'

const places = { embedded: embeddedPlace, postgres: () => postgresPlace(process.env.TEST_DATABASE_URL ?? '') }

async function onOwn(kind: 'embedded' | 'postgres', options: Options): Promise<Outcome> {
  const place = await places[kind]()
  return runOn(place, options).finally(place.remove)
}

function onGiven(options: Options): Promise<Outcome> {
  const { hostname, port, pathname } = new URL(options.url!)
  const endpoint = {
    host: hostname,
    port: Number(port || 80),
    base: pathname.replace(/\/$/, ''),
    token: options.token!,
  }
  return runAgainst(endpoint, options)
}

function say(name: string, options: Options, outcome: Outcome) {
  for (const line of details(options, outcome)) console.log(line)
  console.log(summary(name, options, outcome))
  if (outcome.fired.failures.length + outcome.faults.length > 0) process.exitCode = 1
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(HELP)
else if (options.url) say(options.url, options, await onGiven(options))
else for (const kind of options.databases) say(kind, options, await onOwn(kind, options))
