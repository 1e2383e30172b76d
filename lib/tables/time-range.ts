import type { FilterValue } from './filter-value'

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** The instants that a time range filter stands for. A preset counts back from `now`, and its end is open. */
export function timeBounds(value: FilterValue | undefined, now: Date): { from?: Date; to?: Date } {
  if (value?.kind !== 'timeRange') return {}
  if ('preset' in value) {
    const start = presetStart(value.preset, now)
    return start ? { from: start } : {}
  }
  return { ...(value.from && { from: new Date(value.from) }), ...(value.to && { to: new Date(value.to) }) }
}

/** `15m`, `24h`, `7d`: that long before `now`. */
function presetStart(preset: string, now: Date): Date | undefined {
  const [, amount, unit] = /^(\d{1,4})([mhd])$/.exec(preset) ?? []
  return amount ? new Date(now.getTime() - Number(amount) * units[unit as keyof typeof units]) : undefined
}
