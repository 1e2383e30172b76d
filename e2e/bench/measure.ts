export interface Measured {
  count: number
  seconds: number
  /** Milliseconds each. */
  p50: number
  p99: number
}

export const CONNECTIONS = 16

/**
 * Runs `once` from several loops for some seconds.
 * @param once does one thing; gets its loop's number and a number that grows by one over all loops
 * @param most ends earlier when it was done so often
 */
export async function measure(
  seconds: number,
  once: (loop: number, n: number) => Promise<unknown>,
  { most = Infinity, loops = CONNECTIONS } = {},
): Promise<Measured> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  const until = started + seconds * 1000
  const loop = async (number: number) => {
    for (let before = performance.now(); before < until && next < most;) {
      await once(number, next++)
      const after = performance.now()
      times.push(after - before)
      before = after
    }
  }
  await Promise.all(Array.from({ length: loops }, (_, number) => loop(number)))
  const elapsed = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { count: times.length, seconds: elapsed, p50: at(0.5), p99: at(0.99) }
}

/** Numbers below `size` in an order without pattern, each once, then again. */
export function shuffled(size: number): (n: number) => number {
  // A step that shares no factor with `size` visits every number.
  let step = Math.floor(size * 0.618) || 1
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  while (divisor(size, step) !== 1) step++
  return (n) => (n * step) % size
}
