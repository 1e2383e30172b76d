/** A generator of numbers that a seed decides: the same requests on every run and every machine (mulberry32). */
export class Random {
  #state: number

  /** @param index of the request: each has numbers of its own, so that one can be repeated alone */
  constructor(seed: number, index: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)
    for (let warm = 0; warm < 4; warm++) this.fraction()
  }

  /** From 0, below 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0, below `count`. */
  below = (count: number) => Math.floor(this.fraction() * count)

  /** Whether something of this probability happens. */
  chance = (probability: number) => this.fraction() < probability

  pick = <T>(from: readonly T[]): T => from[this.below(from.length)]!

  some = <T>(from: readonly T[], most: number): T[] =>
    Array.from({ length: this.below(most + 1) }, () => this.pick(from))

  /** One of the keys, by their weights. */
  weighted<Key extends string>(weights: Record<Key, number>): Key {
    const entries = Object.entries(weights) as [Key, number][]
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key
    return entries.at(-1)![0]
  }
}
