import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Random } from '../../product/random'
import type { Draft } from '../shot'

const TOKENS = [
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Basic YTpi',
  'bearer\t',
  'Bearer a b',
  'Negotiate',
  '',
  ' ',
  'Bearer ÿ',
]
const TAGS = [
  '*',
  'W/"1"',
  '"1"',
  'W/"1-abc"',
  'W/',
  '"',
  '""',
  '1',
  'W/"999999999999999999999"',
  'W/"-1"',
  'W/"1", W/"2"',
]
const TYPES = [
  ...[
    'text/plain',
    'application/json',
    'application/scim+json; charset=utf-16',
    'application/json;charset=',
    '',
    ';',
    '/',
  ],
  ...[
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'APPLICATION/SCIM+JSON',
    'a'.repeat(9_000),
  ],
]
const HARMLESS: [string, string][] = [
  ['accept', 'text/html'],
  ['accept', '*/*;q=0'],
  ['accept-encoding', 'gzip, br, zstd, *;q=0'],
  ['host', 'evil.example'],
  ['x-forwarded-for', '1.2.3.4, ::1, unknown, "'],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-proto', 'gopher'],
  ['x-http-method-override', 'DELETE'],
  ['cookie', `a=${'b'.repeat(4_000)}`],
  ['user-agent', '\u00ff\u00fe'],
  ['user-agent', 'x'.repeat(20_000)],
  ['origin', 'null'],
  ['range', 'bytes=0-1'],
  ['if-modified-since', 'yesterday'],
  ['x-request-id', '../../x'],
  ['rsc', '1'],
  ['next-router-prefetch', '1'],
  ['x-middleware-subrequest', 'middleware'],
  ['x-rollcall-target', '/scim/other/v2/Users'],
  ['te', 'trailers'],
  ['connection', 'close, x'],
]

const replaced = (draft: Draft, name: string, ...values: string[]) => {
  draft.headers = draft.headers.filter(([given]) => given !== name)
  for (const value of values) draft.headers.push([name, value])
}

/** Bends the headers of a request: who calls, versions, types, compression, repetition, length. */
export function bendHeaders(random: Random, draft: Draft) {
  const kind = random.weighted({ etag: 5, type: 3, packed: 4, harmless: 5, token: 1, twice: 1, many: 0.5 })
  if (kind === 'etag') draft.headers.push([random.pick(['if-match', 'if-none-match']), random.pick(TAGS)])
  if (kind === 'type') replaced(draft, 'content-type', random.pick(TYPES))
  if (kind === 'packed') pack(random, draft)
  if (kind === 'token') replaced(draft, 'authorization', ...random.some(TOKENS, 2))
  if (kind === 'twice') draft.headers.push([...random.pick(draft.headers)])
  if (kind === 'harmless') {
    const [name, value] = random.pick(HARMLESS)
    replaced(draft, name, value)
  }
  if (kind === 'many') for (let n = random.pick([100, 1_900]); n > 0; n--) draft.headers.push([`x-${n}`, 'y'])
}

/** A compressed body, or one that says so. */
function pack(random: Random, draft: Draft) {
  const body = draft.body ?? Buffer.alloc(0)
  const packings: [string, () => Buffer][] = [
    ['gzip', () => gzipSync(body)],
    ['x-gzip', () => gzipSync(body)],
    ['deflate', () => deflateSync(body)],
    ['br', () => brotliCompressSync(body)],
    ['gzip', () => body],
    ['gzip', () => gzipSync(Buffer.alloc(1_000_000))],
    ['gzip, gzip', () => gzipSync(gzipSync(body))],
    ['identity', () => body],
    ['', () => gzipSync(body)],
    ['zstd', () => body],
  ]
  const [encoding, packed] = random.pick(packings)
  draft.headers.push(['content-encoding', encoding])
  if (draft.body) draft.body = packed()
}
