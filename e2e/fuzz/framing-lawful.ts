import type { OddDelivery } from './framing'
import type { Random } from '../product/random'
import { type Draft, bytesOf } from './shot'

const whole = { pauseMs: 0, then: 'wait', lawless: false, alone: true } as const

/** The body in chunks of any size (RFC 9112 §7.1). */
export function chunked(random: Random, body: Buffer, extension = ''): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const size = Math.min(body.length - at, 1 + random.below(Math.max(1, body.length / 2)))
    parts.push(Buffer.from(`${size.toString(16)}${extension}\r\n`), body.subarray(at, at + size), Buffer.from('\r\n'))
    at += size
  }
  return Buffer.concat(parts)
}

export const inChunks = (draft: Draft): Draft => ({
  ...draft,
  headers: [...draft.headers, ['transfer-encoding', 'chunked']],
  body: Buffer.alloc(0),
})

const inPieces = (bytes: Buffer, count: number) => {
  const size = Math.ceil(bytes.length / count)
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
}

/** Odd, and in order (RFC 9112): each request has its answer. */
export const lawful: Record<string, OddDelivery> = {
  'slow head and body': (random, draft) => ({
    ...whole,
    pieces: inPieces(bytesOf(draft), 3 + random.below(6)),
    pauseMs: 20 + random.below(60),
    answers: [draft.method],
    target: draft.target,
  }),
  pipelined: (random, draft) => {
    const count = 2 + random.below(4)
    // A body or a target that is out of order would end the connection: what stands in line is read-only.
    const read: Draft = {
      ...draft,
      method: 'GET',
      target: draft.target.split('/v2')[0] + '/v2/Groups?count=1',
      body: undefined,
    }
    const headers = read.headers.slice(0, 2)
    // Without a Host the first is refused, and the connection ends with it (RFC 9112 §3.2).
    const answered = headers.some(([name]) => /^host$/i.test(name)) ? count : 1
    return {
      ...whole,
      pieces: [Buffer.concat(Array<Buffer>(count).fill(bytesOf({ ...read, headers })))],
      answers: Array<string>(answered).fill('GET'),
      target: read.target,
    }
  },
  chunks: (random, draft) => ({
    ...whole,
    pieces: [
      bytesOf(inChunks(draft)),
      chunked(random, draft.body ?? Buffer.alloc(0), random.pick(['', ';a=b', ';x'])),
      Buffer.from(random.pick(['0\r\n\r\n', '0\r\nx-trailer: 1\r\n\r\n'])),
    ],
    answers: [draft.method],
    target: draft.target,
  }),
  'HTTP/1.0': (_random, draft) => ({
    ...whole,
    pieces: [bytesOf(draft, 'HTTP/1.0')],
    answers: [draft.method],
    target: draft.target,
  }),
  'expects 100-continue': (_random, draft) => ({
    ...whole,
    pieces: [bytesOf({ ...draft, headers: [...draft.headers, ['expect', '100-continue']] })],
    answers: [draft.method],
    target: draft.target,
  }),
  'a body where none belongs': (random, draft) => {
    const method = random.pick(['GET', 'DELETE', 'HEAD', 'OPTIONS'])
    const body = Buffer.from('{"userName":"x"}')
    return { ...whole, pieces: [bytesOf({ ...draft, method, body })], answers: [method], target: draft.target }
  },
  'declared too large': (_random, draft) => ({
    ...whole,
    pieces: [bytesOf({ ...draft, headers: [...draft.headers, ['content-length', '17000000']] })],
    answers: [draft.method],
    target: draft.target,
  }),
}
