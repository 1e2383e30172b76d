const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a bucket may be: each divides the next day or week without a rest. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((size) => size * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((size) => size * HOUR),
  DAY,
  7 * DAY,
]

/** More bars than this are no picture. */
const mostBuckets = 96

/**
 * Where the buckets of a range begin, in ms since 1970: the finest step that is not too fine for a picture, at whole
 * minutes, hours, days or weeks of the zone's clock. The first begins at `from` or before it, the last before `to`; none where there is nothing between them.
 * @param zone an IANA name
 */
export function bucketStarts(from: number, to: number, zone: string): number[] {
  if (from >= to) return []
  const step = steps.find((each) => (to - from) / each <= mostBuckets) ?? 7 * DAY
  const starts: number[] = []
  // A clock is moved by whole hours or halves of one: shorter steps stay whole on either side of it.
  const offset = step <= HOUR ? offsetAt(from, zone) : undefined
  for (let wall = floor(from + offsetAt(from, zone), step); ; wall += step) {
    const start = offset === undefined ? instantOf(wall, zone) : wall - offset
    if (start >= to) return starts
    // An hour that the clock leaps over has no beginning of its own.
    if (starts.length === 0 || start > starts.at(-1)!) starts.push(start)
  }
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function floor(wall: number, step: number): number {
  const shift = step === 7 * DAY ? 3 * DAY : 0
  return Math.floor((wall + shift) / step) * step - shift
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** What the zone's clock is ahead of UTC at an instant, in ms. */
function offsetAt(instant: number, zone: string): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    const two = '2-digit'
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    })
    formatters.set(zone, formatter)
  }
  const part = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const wall = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second'])
  return wall - Math.floor(instant / 1000) * 1000
}

/** When the zone's clock shows this; the later offset counts where it shows it twice. */
const instantOf = (wall: number, zone: string) => wall - offsetAt(wall - offsetAt(wall, zone), zone)
