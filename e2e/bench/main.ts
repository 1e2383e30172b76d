import type pg from 'pg'
import { type Targets, bareRate } from './bare'
import { fill, makeSamples } from './fill'
import { shuffled } from './measure'
import { type DatabaseKind, HELP, type Options, readOptions } from './options'
import { type Place, embeddedPlace, postgresPlace } from '../product/place'
import { filledId, marker } from './people'
import { planOf } from './plans'
import { heading, printed, title } from './report'
import { type Line, RECORDED, Session } from './session'
import { type Shape, membersBelow, shapeOf } from './shape'
import { uuidv7 } from '@/lib/db/uuid'
import { startProduct } from '../product/start-product'
import { workloads } from './workloads'

async function measureAt(kind: DatabaseKind, place: Place, shape: Shape, { only, seconds, plans }: Options) {
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
  } catch (error) {
    // It died under the load: what it said last is what matters.
    if (product.ended()) throw new Error(`The server ended:\n${product.complaints()}`, { cause: error })
    throw error
  } finally {
    session.close()
    await product.stop()
  }
  const alone = await place.open()
  try {
    console.log(heading(kind, shape.users, await settingsOf(alone.pool)))
    for (const line of lines) {
      if (line.sample?.repeats)
        line.bare = await bareRate(alone.pool, seconds, line.sample, targetsOf(alone.pool, line, shape))
      console.log(printed(line))
      if (plans && line.sample) console.log(await planOf(alone.pool, line.sample.statements))
    }
  } finally {
    await alone.close()
  }
}

/** What the figures depend on most: whether a commit waits for the disk. */
async function settingsOf(pool: pg.Pool) {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('server_version', 'fsync', 'synchronous_commit') order by 1 desc`,
  )
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ')
}

/** Whom the bare statements are about: new people for W1, those who are there for the others. */
function targetsOf(pool: pg.Pool, line: Line, shape: Shape): Targets {
  let made = 80_000_000
  if (line.name.startsWith('W1')) return { count: Infinity, at: () => ({ id: uuidv7(), mark: marker(made++) }) }
  const below = membersBelow(shape)
  const count = shape.users - below
  const order = shuffled(count)
  const at = (n: number) => ({ id: filledId(0, below + order(n)), mark: marker(below + order(n)) })
  if (!line.name.startsWith('W4')) return { count: Infinity, at }
  // The UPDATE compares the version: everybody gets the one that the recorded request found.
  const rewind = () =>
    pool.query(
      `update users set version = before from (select version - 1 as before from users where id = $1) recorded
       where version <> before and id <> $1`,
      [line.sample!.id],
    )
  return { count: count - RECORDED, at: (n) => at(n + RECORDED), rewind }
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
