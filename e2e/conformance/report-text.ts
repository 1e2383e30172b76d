import type { Result } from '@/lib/idp-clients/conformance/check'
import { count, LEVELS, plural } from './totals'

const LONGEST = 800
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text)

/** On one line, and without what a terminal would obey: these texts come from a server. */
export const plain = (text: string) =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  )

/** A line for a check; more of them when it failed. */
export function lineOf({ outcome, level, clause, client, title, id, why }: Result): string {
  const mark = { passed: '✓', failed: level === 'SHOULD' ? '!' : '✗', skipped: '–' }[outcome.status]
  const line = `  ${mark} ${title}  (${clause ?? client}, ${level})`
  if (outcome.status === 'skipped') return `${line}: skipped, ${plain(outcome.reason)}`
  if (outcome.status === 'passed') return line
  return [
    line,
    `      ${client ? 'from' : 'why'}:      ${why}`,
    ...(outcome.sent ? [`      sent:     ${plain(outcome.sent)}`] : []),
    ...(outcome.came ? [`      came:     ${plain(outcome.came)}`] : []),
    ...outcome.expected.map((fault) => `      expected: ${plain(cut(fault))}`),
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
      ? ['', `${plural(left.length, 'resource')} could not be deleted:`, ...left.map((path) => `  ${plain(path)}`)]
      : []),
    '',
    `${plural(results.length, 'check')} in ${seconds.toFixed(1)} s: ${counted(results)}`,
  ].join('\n')
}
