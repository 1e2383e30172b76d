// How long the portal's searches take at 100,000 users, 5,000 groups and 2,000,000 recorded calls, and with which plans.
//   npx tsx e2e/bench/portal-timings.ts [--plans] [--users=100000] [--groups=5000] [--logs=2000000] [--data=folder | --url=postgresql://…]
// Without --data or --url: the embedded database in a throw-away folder. Data that is there already is used as it is.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { database, openDatabase } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { fillPortal } from './portal-data'
import { watchStatements } from './portal-plans'
import { portalSearches } from './portal-searches'

const { values } = parseArgs({
  options: {
    plans: { type: 'boolean' },
    users: { type: 'string', default: '100000' },
    groups: { type: 'string', default: '5000' },
    logs: { type: 'string', default: '2000000' },
    data: { type: 'string' },
    url: { type: 'string' },
  },
})
const TIMES = 8
const AIM = 300

await openDatabase(
  values.url ? { url: values.url } : { dataDir: values.data ?? mkdtempSync(join(tmpdir(), 'rollcall-')) },
)
const { pool, kind } = database()
await migrate(pool)
const providerId = await filledProvider()
const statements = watchStatements(pool)
console.log(
  `\n${kind}, ${values.users} users, ${values.groups} groups, ${values.logs} calls; milliseconds, ${TIMES} times each.`,
)
console.log(
  'Processor: time that this process spent on a search, the embedded database included; the others are by the clock.\n',
)
console.log(
  ['search'.padEnd(52), ...['first', 'median', 'worst', 'processor'].map((title) => title.padStart(11))].join(''),
)
for (const { name, run } of await portalSearches(providerId)) {
  statements.clear()
  const times: number[] = []
  const spent = process.cpuUsage()
  for (let turn = 0; turn < TIMES; turn++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  const [first = 0, ...later] = times
  later.sort((a, b) => a - b)
  const worst = later.at(-1) ?? 0
  const { user, system } = process.cpuUsage(spent)
  const median = later[later.length >> 1] ?? 0
  const columns = [first, median, worst, (user + system) / 1000 / TIMES].map((time) => time.toFixed(0).padStart(11))
  console.log(`${name.padEnd(52)}${columns.join('')}${median > AIM ? '  over the aim' : ''}`)
  if (values.plans) console.log(`\n${await statements.plans()}\n`)
}
await database().close()

async function filledProvider(): Promise<string> {
  const { prisma } = database()
  const found = await prisma.provider.findFirst({ where: { slug: 'contoso-okta' } })
  if (found) return found.id
  const now = new Date()
  const made = await prisma.provider.create({
    data: {
      id: '01900000-0000-7000-8000-000000000001',
      slug: 'contoso-okta',
      name: 'Contoso Okta',
      client: 'okta',
      createdAt: now,
      updatedAt: now,
      lastCallAt: now,
    },
  })
  await fillPortal(
    pool,
    made.id,
    { users: Number(values.users), groups: Number(values.groups), logs: Number(values.logs) },
    now.getTime(),
  )
  return made.id
}
