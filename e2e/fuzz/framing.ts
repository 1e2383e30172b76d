import { lawful } from './framing-lawful'
import { lawless } from './framing-lawless'
import type { Random } from '../product/random'
import type { Delivery, Draft } from './shot'

export type OddDelivery = (random: Random, draft: Draft) => Delivery & { target?: string }

/** Requests as no HTTP library sends them. */
export const oddDeliveries: Record<string, OddDelivery> = { ...lawful, ...lawless }
