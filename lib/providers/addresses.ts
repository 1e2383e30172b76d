import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

const MOST = 500

interface Range {
  address: string
  bits: number
  family: 'ipv4' | 'ipv6'
}

/** A range in CIDR notation; an address alone is a range of one. */
function readRange(text: string): Range | undefined {
  const [address = '', length, ...more] = text.split('/')
  if (more.length > 0 || address.includes('%') || !isIP(address)) return undefined
  const most = isIPv4(address) ? 32 : 128
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : NaN
  if (!(bits <= most)) return undefined
  return { address, bits, family: most === 32 ? 'ipv4' : 'ipv6' }
}

/**
 * Reads what an administrator wrote: addresses and CIDR ranges, separated by blanks, commas or lines.
 * @returns them, or what keeps them from being read, in words
 */
export function readAddresses(text: string): { ranges: string[] } | { wrong: string } {
  const ranges = [...new Set(text.toLowerCase().split(/[\s,;]+/))].filter((each) => each !== '')
  const wrong = ranges.find((each) => !readRange(each))
  if (wrong) return { wrong: `${wrong.slice(0, 60)} is no address and no range such as 192.0.2.0/24 or 2001:db8::/48.` }
  if (ranges.length > MOST) return { wrong: `These are ${ranges.length} ranges; ${MOST} are the most.` }
  return { ranges }
}

// Keyed by the list as it was read from the database: made once for each lookup of a provider.
const lists = new WeakMap<string[], BlockList>()

/** Whether a call may come from an address. Without ranges it may come from any. */
export function isAllowed(ranges: string[], address: string | undefined): boolean {
  if (ranges.length === 0) return true
  if (!address || !isIP(address)) return false
  let list = lists.get(ranges)
  if (!list) lists.set(ranges, (list = listOf(ranges)))
  // The zone of a link-local address (fe80::1%eth0) says which interface it came by.
  return list.check(address.replace(/%.*/, ''), isIPv6(address) ? 'ipv6' : 'ipv4')
}

function listOf(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const each of ranges) {
    const range = readRange(each)
    if (range) list.addSubnet(range.address, range.bits, range.family)
  }
  return list
}
