const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const formatters = new Map<string, Intl.DateTimeFormat>()

function parts(at: Date, zone: string) {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, formatter)
  }
  const found = Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${Number(found.day)} ${months[Number(found.month) - 1] ?? ''}`,
    year: found.year ?? '',
    clock: `${found.hour}:${found.minute}:${found.second}`,
  }
}

/** `14:02:37` in this zone. */
export const clockTime = (at: Date, zone: string) => parts(at, zone).clock

/** `24 Nov` and `14:02` in this zone. */
export function dayAndMinute(at: Date, zone: string): { day: string; minute: string } {
  const { date, clock } = parts(at, zone)
  return { day: date, minute: clock.slice(0, 5) }
}

/** `24 Nov 14:02:37`, with the year where it is not this one. */
export function shortTime(at: Date, zone: string, now: Date): string {
  const { date, year, clock } = parts(at, zone)
  return year === parts(now, zone).year ? `${date} ${clock}` : `${date} ${year} ${clock}`
}

/** `24 Nov 2026 14:02:37.120 Europe/Berlin`. */
export function exactTime(at: Date, zone: string): string {
  const { date, year, clock } = parts(at, zone)
  return `${date} ${year} ${clock}.${String(at.getUTCMilliseconds()).padStart(3, '0')} ${zone}`
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`; after a week the date. */
export function relativeTime(at: Date, zone: string, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000)
  if (seconds < -60) return shortTime(at, zone, now)
  if (seconds < 45) return 'just now'
  if (seconds < 3570) return `${Math.max(1, Math.round(seconds / 60))} min ago`
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h ago`
  const days = Math.floor(seconds / 86_400)
  if (days <= 7) return days === 1 ? '1 day ago' : `${days} days ago`
  const { date, year } = parts(at, zone)
  return year === parts(now, zone).year ? date : `${date} ${year}`
}
