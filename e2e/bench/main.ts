import type pg from 'pg'
import { bare } from './bare'
import { fill, makeSamples } from './fill'
import { shuffled } from './measure'
import { type DatabaseKind, HELP, type Options, readOptions } from './options'
import { type Place, embeddedPlace, postgresPlace } from '../product/place'
import { filledId, marker } from './people'
import { heading, printed, title } from './report'
import { type Line, Session } from './session'
import { type Shape, membersBelow, shapeOf } from './shape'
import { startProduct } from '../product/start-product'
import { workloads } from './workloads'

async function measureAt(kind: DatabaseKind, place: Place, shape: Shape, { only, seconds }: Options) {
  const first = await startProduct(place.where)
  await makeSamples(first)
  await first.stop()
  const filling = await place.open()
  await fill(filling.pool, shape)
  await filling.close()

  const product = await startProduct(place.where)
  const session = new Session(product, shape, seconds)
  const lines: Line[] = []
  try {
    for (const name of only) lines.push(...(await workloads[name]!(session)))
  } finally {
    session.close()
    await product.stop()
  }
  const alone = await place.open()
  console.log(heading(kind, shape.users, await settingsOf(alone.pool)))
  for (const line of lines) {
    if (line.sample) line.bare = await bareRate(alone, line, shape, seconds)
    console.log(printed(line))
  }
  await alone.close()
}

/** What the figures depend on most: whether a commit waits for the disk. */
async function settingsOf(pool: pg.Pool) {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('server_version', 'fsync', 'synchronous_commit') order by 1 desc`,
  )
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ')
}

async function bareRate({ pool }: Awaited<ReturnType<Place['open']>>, line: Line, shape: Shape, seconds: number) {
  const sample = line.sample!
  let made = 80_000_000
  const order = shuffled(shape.users - membersBelow(shape))
  const there = (n: number) => {
    const number = membersBelow(shape) + order(n)
    return { id: filledId(0, number), mark: marker(number) }
  }
  const creates = line.name.startsWith('W1')
  const target = (n: number) => (creates ? { id: '', mark: marker(made++) } : there(n))
  const { count, seconds: elapsed } = await bare(pool, seconds, sample, target)
  return count / elapsed
}

const places: Record<DatabaseKind, () => Place | Promise<Place>> = {
  embedded: embeddedPlace,
  postgres: () => postgresPlace(process.env.BENCH_DATABASE_URL ?? ''),
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(HELP)
else {
  console.log(title())
  for (const kind of options.databases)
    for (const users of options.users) {
      const place = await places[kind]()
      await measureAt(kind, place, shapeOf(users), options).finally(place.remove)
    }
}
