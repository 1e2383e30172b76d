// Calls without a token that anybody has get no row each in the log: who guesses must not be able to fill it. They are
// counted by provider, hour and address prefix.
const HOURS_KEPT = 48
const MOST = 10_000

export interface UnknownCalls {
  /** As the URL says; there need be no such provider. */
  slug: string
  /** Start of the hour. */
  hour: Date
  /** /24 of an IPv4 address, /48 of an IPv6 address. */
  prefix: string
  count: number
  /** When the last of them came. */
  last: Date
}

const shared = globalThis as { rollcallUnknownCalls?: Map<string, UnknownCalls> }
const counters = () => (shared.rollcallUnknownCalls ??= new Map())

export function countUnknownCall(slug: string, address: string | undefined, at: Date) {
  const hour = new Date(at.getTime() - (at.getTime() % 3_600_000))
  const prefix = addressPrefix(address ?? '')
  const key = `${hour.getTime()} ${prefix} ${slug.slice(0, 63)}`
  const counter = counters().get(key)
  if (counter) {
    counter.count++
    counter.last = at
  } else {
    forgetOld(hour)
    counters().set(key, { slug: slug.slice(0, 63), hour, prefix, count: 1, last: at })
  }
}

/** The counters of this process, the newest hour first. */
export const unknownCalls = (): UnknownCalls[] => [...counters().values()].sort((a, b) => +b.hour - +a.hour)

/** The last call to a provider's endpoint with a token that it does not have, as far as this process heard. */
export function lastUnknownCall(slug: string): UnknownCalls | undefined {
  return unknownCalls()
    .filter((each) => each.slug === slug)
    .sort((a, b) => +b.last - +a.last)[0]
}

function forgetOld(hour: Date) {
  const oldest = hour.getTime() - HOURS_KEPT * 3_600_000
  for (const [key, counter] of counters()) {
    if (counter.hour.getTime() >= oldest && counters().size < MOST) break
    counters().delete(key)
  }
}

export function addressPrefix(address: string): string {
  if (address.includes('.')) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!address.includes(':')) return 'unknown'
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const filled = tail === undefined ? groups : [...groups, '0', '0', '0']
  return `${filled
    .slice(0, 3)
    .map((group) => group || '0')
    .join(':')}::/48`
}
