import type { Endpoint } from './ask'
import { draftOf } from './draft'
import { oddDeliveries } from './framing'
import type { Pool } from './pool'
import { Random } from '../product/random'
import { type Shot, bytesOf } from './shot'

const ODD_DELIVERY = 0.06
const names = Object.keys(oddDeliveries)

/** The request of an index: the same one on every run with this seed, but for the ids that the server gave. */
export function makeShot(seed: number, index: number, pool: Pool, endpoint: Endpoint): Shot {
  const random = new Random(seed, index)
  const { kind, draft } = draftOf(random, pool, endpoint)
  if (random.chance(ODD_DELIVERY)) {
    const name = random.pick(names)
    return { index, kind: `wire: ${name}`, ...oddDeliveries[name]!(random, draft) }
  }
  const { method, target } = draft
  const whole = { pieces: [bytesOf(draft)], pauseMs: 0, then: 'wait' as const, answers: [method] }
  return { index, kind, target, ...whole, lawless: hasLawlessTarget(target), alone: false }
}

/** A target with a blank or a control character ends the request line early; without a slash it is no path. */
const hasLawlessTarget = (target: string) => /[\u0000-\u0020\u007f]/.test(target)
