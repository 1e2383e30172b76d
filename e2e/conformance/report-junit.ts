import type { Result } from '@/lib/idp-clients/conformance/check'
import { count } from './totals'

const escaped = (text: string) =>
  text
    // XML has no way to write these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function testCase({ id, group, title, clause, client, level, outcome, milliseconds }: Result): string {
  const name = `${title} (${clause ?? client}, ${level})`
  const open = `    <testcase classname="${escaped(group)}" name="${escaped(name)}" time="${(milliseconds / 1000).toFixed(3)}"`
  if (outcome.status === 'passed') return `${open}/>`
  if (outcome.status === 'skipped') return `${open}><skipped message="${escaped(outcome.reason)}"/></testcase>`
  const text = [id, `sent: ${outcome.sent ?? '–'}`, `came: ${outcome.came ?? '–'}`, ...outcome.expected].join('\n')
  return `${open}><failure type="${level}" message="${escaped(outcome.expected[0] ?? 'failed')}">${escaped(text)}</failure></testcase>`
}

/** The report as continuous integration reads it: a suite for each group. */
export function junit(results: Result[]): string {
  const suites = [...new Set(results.map(({ group }) => group))].map((group) => {
    const some = results.filter((one) => one.group === group)
    const { failed, skipped } = count(some)
    return [
      `  <testsuite name="${escaped(group)}" tests="${some.length}" failures="${failed}" skipped="${skipped}">`,
      ...some.map(testCase),
      '  </testsuite>',
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="SCIM conformance">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n')
}
