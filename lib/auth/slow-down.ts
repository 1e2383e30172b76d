import { RateLimiterMemory } from 'rate-limiter-flexible'

interface Pace {
  /** Failures that cost nothing. */
  free: number
  /** Seconds to wait after the first failure beyond that; doubled by each one after it. */
  firstWait: number
  longestWait: number
  /** Seconds after which failures are forgotten. */
  memory: number
}

/**
 * Makes guessing slow without shutting anybody out for long: each try beyond the free ones is followed by a wait.
 * An attempt counts when it begins, so that many at once can't all slip through before the first has failed.
 */
export class SlowDown {
  private readonly attempts: RateLimiterMemory
  private readonly waits = new RateLimiterMemory({ points: 0, duration: 1 })

  constructor(private readonly pace: Pace) {
    this.attempts = new RateLimiterMemory({ points: pace.free, duration: pace.memory })
  }

  /** Seconds to wait before `key` may try, or 0. */
  async waiting(key: string): Promise<number> {
    const wait = await this.waits.get(key)
    return wait ? Math.max(1, Math.ceil(wait.msBeforeNext / 1000)) : 0
  }

  /** Counts an attempt; the next one may have to wait. */
  async count(key: string): Promise<void> {
    const { consumedPoints } = await this.attempts.penalty(key)
    const beyond = consumedPoints - this.pace.free
    if (beyond < 0) return
    const seconds = Math.min(this.pace.firstWait * 2 ** beyond, this.pace.longestWait)
    await this.waits.block(key, seconds)
  }

  /** Takes one attempt back: it was no failure. What failed before it still counts. */
  async takeBack(key: string): Promise<void> {
    await Promise.all([this.attempts.reward(key), this.waits.delete(key)])
  }

  /** Forgets what `key` did: it got in. */
  async forget(key: string): Promise<void> {
    await Promise.all([this.attempts.delete(key), this.waits.delete(key)])
  }
}

// On globalThis, since Next loads modules more than once. Each process counts for itself: with several instances a
// guesser gets as many tries more, which the doubling makes up for within minutes.
const shared = globalThis as { rollcallSignInPace?: { email: SlowDown; address: SlowDown } }

/** The two paces of signing in: by e-mail, and by the address that tries (any e-mail). */
export const signInPace = () =>
  (shared.rollcallSignInPace ??= {
    email: new SlowDown({ free: 5, firstWait: 15, longestWait: 300, memory: 3600 }),
    address: new SlowDown({ free: 20, firstWait: 30, longestWait: 900, memory: 3600 }),
  })
