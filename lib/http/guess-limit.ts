import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

// An IdP whose token was mistyped asks about 25 times a second at most, and should hear 401 for a while.
const WRONG_PER_MINUTE = 120
const MOST_REMEMBERED = 1000

interface Guesses {
  limiter: RateLimiterMemory
  /** Bearers that were right: they go on, whoever else guesses from the same address (behind one proxy or NAT). */
  right: Set<string>
}

const shared = globalThis as { rollcallGuesses?: Guesses }
const guesses = () =>
  (shared.rollcallGuesses ??= {
    limiter: new RateLimiterMemory({ points: WRONG_PER_MINUTE, duration: 60 }),
    right: new Set(),
  })

/**
 * Seconds for which calls from this address go unheard because of too many wrong tokens; 0 when they are heard.
 * @param bearer hash of what the call shows: one that was right before is always heard
 */
export async function secondsToWait(address: string, bearer: string): Promise<number> {
  const { limiter, right } = guesses()
  if (right.has(bearer)) return 0
  const state = await limiter.get(address)
  return state && state.consumedPoints >= WRONG_PER_MINUTE ? Math.ceil(state.msBeforeNext / 1000) : 0
}

export function countWrong(address: string) {
  guesses()
    .limiter.consume(address)
    .catch((_full: RateLimiterRes) => {})
}

export function rememberRight(bearer: string) {
  const { right } = guesses()
  if (right.has(bearer)) return
  if (right.size >= MOST_REMEMBERED) right.clear()
  right.add(bearer)
}
