import type { Place } from '../product/place'
import { PROVIDER, type Settled, TOKEN, startProduct } from '../product/start-product'
import type { Endpoint } from './ask'
import { type Checked, checkDirectory } from './consistency'
import { type Fired, type Plan, fire } from './fire'

/** A run, and what is to be said about it besides the failures of single requests. */
export interface Outcome {
  fired: Fired
  checked: Checked
  /** Memory before and after, of a process of our own. */
  memory?: { before: Settled; after: Settled }
  faults: string[]
}

/** Settled memory may grow by so much: caches fill up, and the directory of the run itself is there. */
const GROWTH = { rss: 160 * 2 ** 20, heapUsed: 40 * 2 ** 20 }
/** Requests before memory is measured: code is compiled, pools and caches are filled. */
const WARM = 1_000

/** Fires at a server that runs somewhere. */
export async function runAgainst(endpoint: Endpoint, plan: Plan): Promise<Outcome> {
  const fired = await fire(endpoint, plan, async () => false)
  const checked = await checkDirectory(endpoint)
  return { fired, checked, faults: checked.faults }
}

/** Fires at a product of its own on an empty database: its memory and its end can be seen. */
export async function runOn(place: Place, plan: Plan): Promise<Outcome> {
  const product = await startProduct(place.where)
  const endpoint = { host: '127.0.0.1', port: product.port, base: `/scim/${PROVIDER}/v2`, token: TOKEN }
  try {
    let before: Settled | undefined
    const fired = await fire(endpoint, plan, async ({ sent }) => {
      if (product.ended()) return true
      if (!before && sent >= Math.min(WARM, plan.count)) before = await product.ask('settled')
      return false
    })
    if (product.ended())
      return {
        fired,
        checked: { users: 0, groups: 0, faults: [] },
        faults: [`the server ended:\n${product.complaints()}`],
      }
    const checked = await checkDirectory(endpoint)
    const memory = { before: before!, after: await product.ask('settled') }
    const grown = (Object.keys(GROWTH) as (keyof typeof GROWTH)[])
      .filter((kind) => memory.after[kind] - memory.before[kind] > GROWTH[kind])
      .map((kind) => `${kind} grew from ${memory.before[kind]} to ${memory.after[kind]} bytes`)
    return { fired, checked, memory, faults: [...checked.faults, ...grown, ...errorsIn(product.complaints())] }
  } finally {
    await product.stop()
  }
}

/** What the server wrote about failures that nobody foresaw. */
const errorsIn = (complaints: string) =>
  /Unhandled|uncaught|out of memory|MaxListenersExceeded/i.test(complaints) ? [`it wrote:\n${complaints}`] : []
