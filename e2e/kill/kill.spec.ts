import { expect, test } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Place, embeddedPlace, postgresPlace } from '../product/place'
import { startProduct } from '../product/start-product'
import { lostInAnswers, lostInLog } from './find-lost'
import { type Loaded, load } from './load'

// No acknowledged write is lost when the process dies, and none is there by half: the people are as the last answer left
// them, or as the write under way would leave them whole, and each call's row is in the sync log.
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
    const all: Loaded = { writers: [], counts: new Map(), requestIds: [] }
    try {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        await loadAndKill(place, cycle, all)
        const product = await startProduct(place.where)
        expect(await lostInAnswers(product, all.writers)).toEqual([])
        await product.stop()
        const { pool, close } = await place.open()
        expect(await lostInLog(pool, all.requestIds)).toEqual([])
        await close()
      }
    } finally {
      await place.remove()
    }
    const counts = [...all.counts].map(([kind, count]) => `${kind} × ${count}`).sort()
    const total = acknowledged(all)
    console.log(
      `» kill -9, ${name}: ${CYCLES} cycles, ${total} acknowledged writes (${counts.join(', ')}), 0 lost, 0 half`,
    )
  })

const acknowledged = ({ counts }: Loaded) => [...counts.values()].reduce((sum, count) => sum + count, 0)

async function loadAndKill(place: Place, cycle: number, loaded: Loaded) {
  const product = await startProduct(place.where)
  const before = acknowledged(loaded)
  const loading = load(product, cycle, loaded)
  const earliest = Date.now() + SECONDS * 1000
  while (Date.now() < earliest || acknowledged(loaded) < before + AT_LEAST) await pause(20)
  await product.kill()
  await loading
}
