import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Provider } from '@/lib/providers/provider'
import { TooManyCalls } from './too-many-calls'

// Counted by ten seconds, so that a limit of 25 calls a second lets bursts of 250 pass: Entra's initial sync has both.
const WINDOW_S = 10
/** Calls without a token, which discovery alone answers: nobody needs more of them. */
const WITHOUT_TOKEN_PER_SECOND = 50

/** Access tokens for one client, which need one an hour: those that fetch one for each call are not refused at once. */
const ACCESS_TOKENS_PER_SECOND = 10

// On globalThis: both doors count into one. The limits differ, so the limiter itself has none.
const shared = globalThis as { rollcallCalls?: RateLimiterMemory }
const calls = () =>
  (shared.rollcallCalls ??= new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: WINDOW_S }))

/**
 * Counts a call of a provider.
 * @throws TooManyCalls when it is over the provider's limit; the first of a window asks for a row in the log
 */
export async function countCall({ id, name, callsPerSecond }: Provider): Promise<void> {
  if (callsPerSecond === null) return
  const { over, seconds } = await count(`provider ${id}`, callsPerSecond)
  if (over > 0)
    throw new TooManyCalls(`${name} may make ${callsPerSecond} calls a second, and made more.`, seconds, over === 1)
}

/**
 * Counts a call without a token from an address.
 * @throws TooManyCalls when there were too many
 */
export async function countNobody(address = 'unknown'): Promise<void> {
  const { over, seconds } = await count(`address ${address}`, WITHOUT_TOKEN_PER_SECOND)
  if (over > 0) throw new TooManyCalls('Too many calls without a token from this address.', seconds)
}

/**
 * Counts a client's request for an access token: each leaves a row behind.
 * @throws TooManyCalls when there were too many; the first of a window asks for a row in the log
 */
export async function countTokenRequest(clientId: string): Promise<void> {
  const { over, seconds } = await count(`client ${clientId}`, ACCESS_TOKENS_PER_SECOND)
  if (over > 0)
    throw new TooManyCalls('Too many access tokens were asked for. One is good for an hour.', seconds, over === 1)
}

async function count(key: string, perSecond: number) {
  const { consumedPoints, msBeforeNext } = await calls().consume(key)
  return { over: consumedPoints - perSecond * WINDOW_S, seconds: Math.ceil(msBeforeNext / 1000) }
}
