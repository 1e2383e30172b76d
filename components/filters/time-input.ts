import type { Times } from '../ui/preferences'

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')

/** What a `datetime-local` field shows for a moment (ISO 8601), in local time or in UTC. */
export function toTimeInput(at: string | undefined, times: Times): string {
  if (!at) return ''
  const moment = new Date(at)
  if (times === 'utc') return moment.toISOString().slice(0, 16)
  const day = `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  return `${day}T${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}

/** The moment that a `datetime-local` field says, or nothing while it is not filled in. */
export function fromTimeInput(text: string, times: Times): string | undefined {
  const moment = new Date(times === 'utc' ? `${text}Z` : text)
  return text === '' || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}
