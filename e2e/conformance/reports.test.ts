import { describe, expect, test } from 'vitest'
import type { Level, Outcome, Result } from '@/lib/idp-clients/conformance/check'
import { asJson } from './report-json'
import { junit } from './report-junit'
import { closing, groupLine, lineOf, plain } from './report-text'
import { count, exitCode } from './totals'

const passed: Outcome = { status: 'passed' }
const failed: Outcome = { status: 'failed', sent: 'GET /Users', came: '500 x', expected: ['status 200, is 500'] }
const skipped: Outcome = { status: 'skipped', reason: 'not advertised: sort' }
const result = (level: Level, outcome: Outcome, more: Partial<Result> = {}): Result => ({
  id: 'a.check',
  group: 'A group',
  level,
  ...(level === 'client' ? { client: 'Okta' } : { clause: 'RFC 7644 §3.3' }),
  title: 'it works',
  why: '“it SHALL work”',
  outcome,
  milliseconds: 12,
  ...more,
})
// An answer that wants to be markup, or to command a terminal.
const HOSTILE = 'a]]><b c="d" e=\'f\'>&amp;\u0000\u001b[2J\u0008\ufffe\ud800 \n\u202e\u2028\u009b1m'
const hostile: Outcome = { status: 'failed', sent: HOSTILE, came: HOSTILE, expected: [HOSTILE, HOSTILE] }

test.each<[string, Result[], 0 | 1, 0 | 1]>([
  ['nothing failed', [result('MUST', passed), result('client', skipped)], 0, 0],
  ['a MUST failed', [result('MUST', failed)], 1, 1],
  ['a client failed', [result('client', failed), result('MUST', passed)], 1, 1],
  ['a SHOULD failed', [result('SHOULD', failed)], 0, 1],
  ['all was skipped', [result('MUST', skipped)], 0, 0],
])('exit code: %s', (_what, results, code, strict) => {
  expect([exitCode(results, false), exitCode(results, true)]).toEqual([code, strict])
})

test('counts', () => {
  const results = [result('MUST', passed), result('MUST', failed), result('SHOULD', failed), result('client', skipped)]
  expect(count(results)).toEqual({ passed: 1, failed: 2, skipped: 1 })
  expect(groupLine(results)).toBe('  1 passed, 2 failed, 1 skipped\n')
  const json = JSON.parse(asJson('https://h', results, ['/Users/1'], 1)) as object
  expect(json).toMatchObject({
    version: 1,
    totals: { passed: 1, failed: 2, skipped: 1, levels: { MUST: { passed: 1, failed: 1, skipped: 0 } } },
    exitCode: 1,
    left: ['/Users/1'],
  })
})

describe('text', () => {
  test.each<[string, Result, string]>([
    ['a check that passed', result('MUST', passed), '  ✓ it works  (RFC 7644 §3.3, MUST)'],
    ['a step', result('client', passed), '  ✓ it works  (Okta, client)'],
    [
      'one that was skipped',
      result('MUST', skipped),
      '  – it works  (RFC 7644 §3.3, MUST): skipped, not advertised: sort',
    ],
    [
      'a SHOULD that failed',
      result('SHOULD', { status: 'failed', expected: [] }),
      '  ! it works  (RFC 7644 §3.3, SHOULD)',
    ],
  ])('%s', (_what, one, line) => {
    expect(lineOf(one).split('\n')[0]).toBe(line)
  })

  test('a failure tells why, what was sent, what came, what was expected, and how to try again', () => {
    expect(lineOf(result('MUST', failed)).split('\n')).toEqual([
      '  ✗ it works  (RFC 7644 §3.3, MUST)',
      '      why:      “it SHALL work”',
      '      sent:     GET /Users',
      '      came:     500 x',
      '      expected: status 200, is 500',
      '      again:    --only a.check',
    ])
  })

  test('what a server says stays on its line, and commands no terminal', () => {
    const lines = lineOf(result('MUST', hostile)).split('\n')
    expect(lines).toHaveLength(7)
    for (const line of [...lines, plain(HOSTILE)]) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    expect(plain('a\u001b\nb')).toBe('a\\u001b\\u000ab')
    const end = closing([result('MUST', skipped)], ['/Users/\u001b[2J'], 1).split('\n')
    expect(end).toContain('  /Users/\\u001b[2J')
  })

  test('the end names the levels, the groups that failed and what could not be deleted', () => {
    const results = [result('MUST', passed), result('SHOULD', failed), result('client', passed, { group: 'Okta' })]
    expect(closing(results, ['/Users/7'], 1.26)).toBe(
      [
        'MUST    1 passed, 0 failed, 0 skipped',
        'SHOULD  0 passed, 1 failed, 0 skipped',
        'client  1 passed, 0 failed, 0 skipped',
        '',
        'Failures in:',
        '  A group: 1',
        '',
        '1 resource could not be deleted:',
        '  /Users/7',
        '',
        '3 checks in 1.3 s: 2 passed, 1 failed, 0 skipped',
      ].join('\n'),
    )
  })
})

describe('JUnit', () => {
  test('counts as the exit code does: a SHOULD is a failure with --strict alone', () => {
    const results = [result('MUST', failed), result('SHOULD', failed), result('MUST', skipped), result('MUST', passed)]
    expect(junit(results, false)).toContain('<testsuite name="A group" tests="4" failures="1" skipped="2">')
    expect(junit(results, false)).toContain('<skipped message="warning: status 200, is 500"/>')
    expect(junit(results, true)).toContain('<testsuite name="A group" tests="4" failures="2" skipped="1">')
    expect(junit(results, true)).toContain('<failure type="SHOULD" message="status 200, is 500">')
  })

  test('is well-formed whatever a server says', () => {
    const xml = junit(
      [
        result('MUST', hostile, { title: HOSTILE, group: HOSTILE, clause: HOSTILE }),
        result('SHOULD', hostile),
        result('MUST', { status: 'skipped', reason: HOSTILE }),
      ],
      false,
    )
    expect(faultsOfXml(xml)).toEqual([])
    expect(xml).toContain('a]]&gt;&lt;b c=&quot;d&quot;')
  })

  test.each([
    '<a b="<"/>',
    '<a>&amp</a>',
    '<a><b></a></b>',
    '<a>\u0001</a>',
    '<a>]]></a>',
    '<a b="1" b="2"/>',
    '<a/><b/>',
  ])('the judge of this test knows that %j is not', (xml) => {
    expect(faultsOfXml(xml)).not.toEqual([])
  })
})

/** Where a document without comments, CDATA and namespaces is not well-formed (XML 1.0). */
function faultsOfXml(xml: string): string[] {
  const open: string[] = []
  const text = /^(?:[^<&]|&(?:amp|lt|gt|quot|apos);)*$/
  let faults = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml) ? ['a character'] : []
  let roots = 0
  const rest = xml
    .replace(/^<\?xml [^<>?]*\?>/, '')
    .replace(/<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>|[^<]+/g, (part, end, name, attributes, empty) => {
      if (name === undefined) {
        if (!text.test(part) || part.includes(']]>') || (open.length === 0 && part.trim())) faults.push(part)
        return ''
      }
      const names = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)] as RegExpMatchArray[]
      if (new Set(names.map(([, one]) => one)).size < names.length) faults.push(part)
      faults = [...faults, ...names.filter(([, , value]) => !text.test(value!)).map(([whole]) => whole)]
      if (open.length === 0 && !end && ++roots > 1) faults.push('a second root')
      if (end && open.pop() !== name) faults.push(part)
      if (!end && !empty) open.push(name)
      return ''
    })
  return [...faults, ...open, ...(rest ? [rest] : [])]
}
