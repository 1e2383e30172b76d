const TAB = 'as-of'

/** The id of the drawer's tab, which holds the day: the address brings it back. */
export const asOfTab = (day?: string) => (day ? `${TAB}.${day}` : TAB)

/** The day, as 2026-11-25, in such an id. */
export function dayOf(tab: string | undefined): string | undefined {
  const day = /^as-of\.(\d{4}-\d{2}-\d{2})$/.exec(tab ?? '')?.[1]
  return day && endOfDay(day, 'utc') ? day : undefined
}

/** The moment at which a day ends: in UTC, or in the zone of the machine; undefined for what is no day. */
export function endOfDay(day: string, times: 'utc' | 'local'): Date | undefined {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  const start = new Date(Date.UTC(year, month - 1, date))
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day) return undefined
  return times === 'utc' ? new Date(Date.UTC(year, month - 1, date + 1)) : new Date(year, month - 1, date + 1)
}

/** The day of a moment in a time zone, as 2026-11-25. */
export const dayAt = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
