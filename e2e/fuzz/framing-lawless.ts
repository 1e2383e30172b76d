import type { OddDelivery } from './framing'
import { chunked, inChunks } from './framing-lawful'
import type { Random } from '../product/random'
import { type Delivery, type Draft, bytesOf } from './shot'

const raw = (pieces: (Buffer | string)[], then: Delivery['then'] = 'end'): Delivery => ({
  pieces: pieces.map((piece) => Buffer.from(piece as string)),
  pauseMs: 5,
  then,
  // An answer to HEAD has no body, whatever else is wrong.
  answers: [String(pieces[0]).split(' ', 1)[0]!],
  lawless: true,
  alone: true,
})

/** The request with lines of its head added or put in place of others. */
const withLines = (draft: Draft, ...lines: string[]) => {
  const text = bytesOf({ ...draft, headers: draft.headers.slice(0, 2), body: undefined }).toString('latin1')
  return Buffer.from(text.replace('\r\n\r\n', `\r\n${lines.join('\r\n')}\r\n\r\n`), 'latin1')
}

const part = (random: Random, bytes: Buffer) => bytes.subarray(0, random.below(bytes.length))

const BAD_LINES = [
  ...['no colon', ': no name', 'na me: x', 'name : x', 'x: a\u0000b', 'x: a\rb', ' folded: x', 'x:\u0001', 'é: x'],
  ...['content-length: -1', 'content-length: 1e3', 'content-length: 0x10', 'content-length: 99999999999999999999'],
  ...['content-length: 5\r\ncontent-length: 6', 'content-length: 5\r\ntransfer-encoding: chunked', 'content-length: '],
  ...['transfer-encoding: gzip', 'transfer-encoding: chunked, identity', 'transfer-encoding: \u000bchunked'],
  ...[
    'host: a\r\nhost: b',
    'expect: 200-ok',
    'upgrade: websocket\r\nconnection: upgrade',
    'upgrade: h2c\r\nconnection: upgrade',
  ],
]
const STARTS = [
  ...[
    'GET /scim\r\n',
    '\r\n\r\n\r\n',
    'GET  /scim HTTP/1.1\r\n\r\n',
    'FOO /scim HTTP/1.1\r\n\r\n',
    'get /scim HTTP/1.1\r\n\r\n',
  ],
  ...[
    'GET /scim HTTP/9.9\r\n\r\n',
    'GET /scim HTTP/1.1\n\n',
    'GET /scim\u0000 HTTP/1.1\r\n\r\n',
    '\u0016\u0003\u0001\u0002',
  ],
  ...['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n', 'GET /scim/x/v2 HTTP/1.1\r\n\r\n'],
  ...['CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n', 'GET http://x/scim/x/v2/Users HTTP/1.1\r\nhost: x\r\n\r\n'],
]

/** Bytes that are no request, or stop in the middle of one: an answer that says so, or the end of the connection. */
export const lawless: Record<string, OddDelivery> = {
  'a bad line in the head': (random, draft) => raw([withLines(draft, random.pick(BAD_LINES))]),
  'no request at all': (random) => raw([random.pick(STARTS)]),
  noise: (random) => raw([Buffer.from(Array.from({ length: 1 + random.below(300) }, () => random.below(256)))]),
  'a head that is too long': (random, draft) =>
    raw([withLines(draft, `x: ${'y'.repeat(random.pick([60_000, 70_000, 300_000]))}`)]),
  'cut off': (random, draft) => raw([part(random, bytesOf(draft))], random.pick(['end', 'leave'])),
  'cut off between chunks': (random, draft) =>
    raw(
      [bytesOf(inChunks(draft)), part(random, chunked(random, Buffer.from('{"userName":"cut"}')))],
      random.pick(['end', 'leave']),
    ),
  'chunks that are none': (random, draft) =>
    raw([
      bytesOf(inChunks(draft)),
      random.pick(['x\r\n', '-1\r\n\r\n', 'ffffffffffffffff1\r\n', '5\r\nab\r\n0\r\n\r\n', '5;\u0000\r\nabcde\r\n']),
    ]),
  'more than declared': (random, draft) =>
    raw([
      bytesOf({
        ...draft,
        headers: [...draft.headers, ['content-length', '2']],
        body: draft.body ?? Buffer.from('{}xyz'),
      }),
      random.pick(['', 'xyz']),
    ]),
  'less than declared': (random, draft) =>
    raw(
      [
        bytesOf({
          ...draft,
          headers: [...draft.headers, ['content-length', String((draft.body?.length ?? 0) + 1 + random.below(99))]],
        }),
      ],
      random.pick(['end', 'leave']),
    ),
  // Node takes the end of what a client sends for the end of the client.
  'the end is said early': (_random, draft) => raw([bytesOf(draft)]),
  'gone at once': (_random, draft) => ({ ...raw([bytesOf(draft)], 'leave'), pauseMs: 0 }),
}
