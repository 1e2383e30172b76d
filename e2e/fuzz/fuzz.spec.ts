import { expect, test } from '@playwright/test'
import { type Place, embeddedPlace, postgresPlace } from '../product/place'
import { details, summary } from './report'
import { runOn } from './run-on'

// The same requests as `npm run fuzz` sends; TEST_DATABASE_URL adds them on PostgreSQL.
const PLAN = { seed: 1, from: 0, count: 1_000 }
const server = process.env.TEST_DATABASE_URL

const places: [string, () => Place | Promise<Place>][] = [
  ['the embedded database', embeddedPlace],
  ...(server ? ([['PostgreSQL', () => postgresPlace(server)]] as [string, () => Promise<Place>][]) : []),
]

for (const [name, make] of places)
  test(`1,000 bent requests do no harm, ${name}`, async () => {
    test.setTimeout(600_000)
    const place = await make()
    const outcome = await runOn(place, PLAN).finally(place.remove)
    expect(details(PLAN, outcome)).toEqual([])
    console.log(summary(name, PLAN, outcome))
  })
