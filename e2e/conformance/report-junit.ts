import type { Result } from '@/lib/idp-clients/conformance/check'
import { count, isFailure } from './totals'

const escaped = (text: string) =>
  text
    // XML has no way to write these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function testCase(result: Result, strict: boolean): string {
  const { id, group, title, clause, client, level, outcome, milliseconds } = result
  const name = `${title} (${clause ?? client}, ${level})`
  const open = `    <testcase classname="${escaped(group)}" name="${escaped(name)}" time="${(milliseconds / 1000).toFixed(3)}"`
  if (outcome.status === 'passed') return `${open}/>`
  if (outcome.status === 'skipped') return `${open}><skipped message="${escaped(outcome.reason)}"/></testcase>`
  const text = [id, `sent: ${outcome.sent ?? '–'}`, `came: ${outcome.came ?? '–'}`, ...outcome.expected].join('\n')
  const message = escaped(outcome.expected[0] ?? 'failed')
  // JUnit has no warnings, and a failure would stop what the exit code lets through.
  if (!isFailure(result, strict))
    return `${open}><skipped message="warning: ${message}"/><system-out>${escaped(text)}</system-out></testcase>`
  return `${open}><failure type="${level}" message="${message}">${escaped(text)}</failure></testcase>`
}

/** The report as continuous integration reads it: a suite for each group. A SHOULD fails it with `strict` alone. */
export function junit(results: Result[], strict: boolean): string {
  const suites = [...new Set(results.map(({ group }) => group))].map((group) => {
    const some = results.filter((one) => one.group === group)
    const failures = some.filter((one) => isFailure(one, strict)).length
    const { failed, skipped } = count(some)
    return [
      `  <testsuite name="${escaped(group)}" tests="${some.length}" failures="${failures}" skipped="${skipped + failed - failures}">`,
      ...some.map((one) => testCase(one, strict)),
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
