import { parseArgs } from 'node:util'
import type { Plan } from './fire'

export interface Options extends Plan {
  /** A server that runs; without it, products of our own are started. */
  url?: string
  token?: string
  databases: ('embedded' | 'postgres')[]
}

export const HELP = `npm run fuzz -- [options]
  --count 2000             how many requests
  --seed 1                 other requests with another seed, the same ones with the same
  --only 17                the request of this index alone
  --db embedded|postgres   one database only (default: both)
  --url http://…/v2        a server that runs, by its SCIM base URL, in place of one of its own; what it holds is changed
  --token …                the token for it
PostgreSQL: TEST_DATABASE_URL names a server; each run makes a database of its own there and drops it. With none, a local
installation is started for the run.`

/** @throws Error naming an option that is wrong */
export function readOptions(args: string[]): Options | 'help' {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      count: text,
      seed: text,
      only: text,
      db: text,
      url: text,
      token: text,
      help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  if (Boolean(values.url) !== Boolean(values.token)) throw new Error('--url and --token go together.')
  return {
    seed: whole('--seed', values.seed ?? '1'),
    from: whole('--only', values.only ?? '0'),
    count: values.only === undefined ? whole('--count', values.count ?? '2000') : 1,
    databases:
      values.db === undefined ? ['embedded', 'postgres'] : [oneOf('--db', values.db, ['embedded', 'postgres'])],
    ...(values.url && { url: values.url, token: values.token }),
  }
}

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Error(`${name}: ${text} is not a whole number.`)
}

function oneOf<Choice extends string>(name: string, text: string, choices: Choice[]): Choice {
  const found = choices.find((choice) => choice === text)
  if (found) return found
  throw new Error(`${name} is ${choices.join(' or ')}; not ${text}.`)
}
