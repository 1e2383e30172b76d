const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** `12,408` */
export const formatNumber = (value: number) => fine.format(value)

/** `98 %`; more than nothing is never 0, less than all never 100. */
export function formatPercent(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return '< 1 %'
  if (percent > 99 && percent < 100) return '99 %'
  return `${whole.format(percent)} %`
}

/** `12 ms`, `0.8 ms`, `2,134 ms`. */
export const formatDuration = (ms: number) => `${ms < 10 ? fine.format(ms) : whole.format(ms)} ms`

/** `612 users`, `1 user`. */
export const countOf = (count: number, noun: { one: string; many: string }) =>
  `${formatNumber(count)} ${count === 1 ? noun.one : noun.many}`
