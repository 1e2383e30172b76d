import type { Result } from '@/lib/idp-clients/conformance/check'
import { count, LEVELS, plural } from './totals'

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text

/** A line for a check; more of them when it failed. */
export function lineOf({ outcome, level, clause, client, title, id, why }: Result): string {
  const mark = { passed: '✓', failed: level === 'SHOULD' ? '!' : '✗', skipped: '–' }[outcome.status]
  const line = `  ${mark} ${title}  (${clause ?? client}, ${level})`
  if (outcome.status === 'skipped') return `${line}: skipped, ${outcome.reason}`
  if (outcome.status === 'passed') return line
  return [
    line,
    `      ${client ? 'from' : 'why'}:      ${why}`,
    ...(outcome.sent ? [`      sent:     ${cut(outcome.sent, 800)}`] : []),
    ...(outcome.came ? [`      came:     ${cut(outcome.came, 800)}`] : []),
    ...outcome.expected.map((fault) => `      expected: ${cut(fault, 800)}`),
    `      again:    --only ${id}`,
  ].join('\n')
}

const counted = (results: Result[]) => {
  const { passed, failed, skipped } = count(results)
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** What closes a group. */
export const groupLine = (results: Result[]) => `  ${counted(results)}\n`

/** What closes a report. */
export function closing(results: Result[], left: string[], seconds: number): string {
  const groups = [...new Set(results.map(({ group }) => group))]
  const failed = groups
    .map((group) => ({ group, failed: count(results.filter((one) => one.group === group)).failed }))
    .filter((one) => one.failed > 0)
  return [
    ...LEVELS.map((level) => [level, results.filter((one) => one.level === level)] as const)
      .filter(([, some]) => some.length > 0)
      .map(([level, some]) => `${level.padEnd(6)}  ${counted(some)}`),
    ...(failed.length > 0 ? ['', 'Failures in:', ...failed.map((one) => `  ${one.group}: ${one.failed}`)] : []),
    ...(left.length > 0
      ? ['', `${plural(left.length, 'resource')} could not be deleted:`, ...left.map((path) => `  ${path}`)]
      : []),
    '',
    `${plural(results.length, 'check')} in ${seconds.toFixed(1)} s: ${counted(results)}`,
  ].join('\n')
}
