import { parseArgs } from 'node:util'

export type DatabaseKind = 'embedded' | 'postgres'

export interface Options {
  databases: DatabaseKind[]
  users: number[]
  /** Workloads to run: W1 … W9. */
  only: string[]
  /** How long each workload runs. */
  seconds: number
  /** Show how PostgreSQL runs the statements of each workload. */
  plans: boolean
}

export const WORKLOADS = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9']

export const HELP = `npm run bench -- [options]
  --db embedded|postgres   one database only (default: both)
  --users 1000,100000      how many users are there before the measurement
  --only W1,W4             these workloads only
  --seconds 5              how long each workload runs
  --quick                  1,000 users, 2 seconds each
  --plans                  also how the database runs each workload’s statements
PostgreSQL: BENCH_DATABASE_URL or TEST_DATABASE_URL names a server; each run makes a database of its own there and drops
it. With neither, a local installation is started for the run, with fsync off.`

/** @throws Error naming an option that is wrong */
export function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      db: { type: 'string' },
      users: { type: 'string' },
      only: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean' },
      plans: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  if (values.db && values.db !== 'embedded' && values.db !== 'postgres')
    throw new Error('--db is embedded or postgres.')
  const only = values.only?.toUpperCase().split(',') ?? WORKLOADS
  const unknown = only.find((name) => !WORKLOADS.includes(name))
  if (unknown) throw new Error(`--only knows ${WORKLOADS.join(', ')}; not ${unknown}.`)
  return {
    databases: values.db ? [values.db as DatabaseKind] : ['embedded', 'postgres'],
    users: (values.users ?? (values.quick ? '1000' : '1000,100000'))
      .split(',')
      .map((text) => positive('--users', text)),
    only,
    seconds: positive('--seconds', values.seconds ?? (values.quick ? '2' : '5')),
    plans: values.plans ?? false,
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0) return number
  throw new Error(`${name}: ${text} is not a number above 0.`)
}
