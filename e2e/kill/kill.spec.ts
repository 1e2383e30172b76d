import { expect, test } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Place, embeddedPlace, postgresPlace } from '../product/place'
import { startProduct } from '../product/start-product'
import { lostInAnswers, lostInLog } from './count-lost'
import { type Acknowledged, load } from './load'

// No acknowledged write is lost when the process dies: the resource is there, and so is the call's row in the sync log.
// It starts servers of its own; TEST_DATABASE_URL adds the same on PostgreSQL. KILL_CYCLES and KILL_SECONDS for more.
const CYCLES = Number(process.env.KILL_CYCLES ?? 3)
const SECONDS = Number(process.env.KILL_SECONDS ?? 2)
/** A slow machine is given more time rather than fewer writes. */
const AT_LEAST = 100
const server = process.env.TEST_DATABASE_URL

const places: [string, () => Place | Promise<Place>][] = [
  ['the embedded database', embeddedPlace],
  ...(server ? ([['PostgreSQL', () => postgresPlace(server)]] as [string, () => Promise<Place>][]) : []),
]

for (const [name, make] of places)
  test(`kill -9 under load loses no acknowledged write, ${name}`, async () => {
    test.setTimeout(CYCLES * (SECONDS + 300) * 1000)
    const place = await make()
    const all: Acknowledged[] = []
    try {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        all.push(...(await loadAndKill(place, cycle)))
        const product = await startProduct(place.where)
        expect(await lostInAnswers(product, all)).toEqual([])
        await product.stop()
        const { pool, close } = await place.open()
        expect(await lostInLog(pool, all)).toEqual([])
        await close()
      }
    } finally {
      await place.remove()
    }
    console.log(`» kill -9, ${name}: ${CYCLES} cycles, ${all.length} acknowledged writes, 0 lost`)
  })

async function loadAndKill(place: Place, cycle: number): Promise<Acknowledged[]> {
  const product = await startProduct(place.where)
  const acknowledged: Acknowledged[] = []
  const loading = load(product, cycle, acknowledged)
  const earliest = Date.now() + SECONDS * 1000
  while (Date.now() < earliest || acknowledged.length < AT_LEAST) await pause(20)
  await product.kill()
  await loading
  return acknowledged
}
