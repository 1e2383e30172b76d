import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asCurl } from './as-curl'

const endpoint = 'https://id.example/scim/okta/v2'

/** The arguments that a shell hands to curl. */
function run(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; TOKEN=secret\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', cwd: '/' }).split('\0').slice(0, -1)
}

test('a PATCH as one would type it', () => {
  expect(asCurl(endpoint, { method: 'PATCH', url: '/Users/1', body: '{"a":1}' })).toBe(
    [
      String.raw`curl --globoff -X PATCH 'https://id.example/scim/okta/v2/Users/1' \ `.trimEnd(),
      String.raw`  -H "Authorization: Bearer $TOKEN" \ `.trimEnd(),
      String.raw`  -H 'Content-Type: application/scim+json' \ `.trimEnd(),
      `  --data-raw '{"a":1}'`,
    ].join('\n'),
  )
})

test('a call without a body has none', () => {
  const command = asCurl(endpoint, { method: 'DELETE', url: '/Users/1', body: null })
  expect(run(command)).toEqual([
    '--globoff',
    '-X',
    'DELETE',
    `${endpoint}/Users/1`,
    '-H',
    'Authorization: Bearer secret',
  ])
})

const hostile = [
  `'; touch /tmp/owned; '`,
  `$(id)`,
  '`id`',
  '$TOKEN ${TOKEN}',
  `it's "quoted" \\ and \\'`,
  '@/etc/passwd',
  '!! !$ #{x}',
  'two\nlines\r\n\ttab',
  '-o /tmp/x',
  '',
  'ß 😀 \u2028',
  '*?[a-z]{1,2}~',
]

test.each(hostile)('what a caller wrote stays what it was: %j', (text) => {
  const args = run(asCurl(endpoint, { method: 'POST', url: `/Users?filter=${text}`, body: text }))
  expect(args).toEqual([
    '--globoff',
    '-X',
    'POST',
    `${endpoint}/Users?filter=${text}`,
    '-H',
    'Authorization: Bearer secret',
    '-H',
    'Content-Type: application/scim+json',
    '--data-raw',
    text,
  ])
})

test('whatever the method, the URL and the body', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !value.includes('\0'))
  fc.assert(
    fc.property(text, text, text, (method, url, body) => {
      const args = run(asCurl(endpoint, { method, url, body }))
      expect([args[2], args[3], args.at(-1)]).toEqual([method, endpoint + url, body])
    }),
    { numRuns: 40 },
  )
})
