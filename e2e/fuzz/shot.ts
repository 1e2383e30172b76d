/** How bytes go over the wire, and what has to come back. */
export interface Delivery {
  /** Written one after another, with a pause between. */
  pieces: Buffer[]
  pauseMs: number
  /** After the last byte: wait for answers, say that no more comes and wait, or go away. */
  then: 'wait' | 'end' | 'leave'
  /** Methods of the requests that have to be answered, in their order. */
  answers: string[]
  /** Whether the server may also hang up without an answer, or answer less or more: the bytes are no request. */
  lawless: boolean
  /** On a connection of its own. */
  alone: boolean
}

/** One generated request. */
export interface Shot extends Delivery {
  index: number
  /** What kind of request it is, for the report. */
  kind: string
  /** As sent; undefined where the bytes have no one target. */
  target?: string
}

/** A request before it becomes bytes. */
export interface Draft {
  method: string
  target: string
  headers: [name: string, value: string][]
  body?: Buffer
}

/** @returns the bytes of a request, with a Content-Length unless it has one or is chunked */
export function bytesOf({ method, target, headers, body }: Draft, version = 'HTTP/1.1'): Buffer {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const length: [string, string][] =
    body && !given.has('content-length') && !given.has('transfer-encoding')
      ? [['content-length', String(body.length)]]
      : []
  const lines = [...headers, ...length].map(([name, value]) => `${name}: ${value}\r\n`)
  const head = Buffer.from(`${method} ${target} ${version}\r\n${lines.join('')}\r\n`)
  return body ? Buffer.concat([head, body]) : head
}
