import { type Socket, connect } from 'node:net'

export interface Answer {
  status: number
  /** Header block as received, names in the server's case. */
  head: string
  body: string
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')

/** The connection ended while an answer was awaited. */
export class ConnectionLost extends Error {}

/**
 * One keep-alive HTTP/1.1 connection, one request at a time. A driver shares the processor with what it measures: this
 * one costs a fraction of node:http's client.
 */
export class Connection {
  #socket: Socket
  #received: Buffer[] = []
  #length = 0
  #wanted = 0
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  readonly #head: string

  constructor(port: number, token: string, host = '127.0.0.1') {
    this.#socket = connect({ port, host, noDelay: true })
    this.#head =
      `host: ${host}:${port}\r\nauthorization: Bearer ${token}\r\naccept: application/scim+json\r\n` +
      'content-type: application/scim+json; charset=utf-8\r\n'
    this.#socket.on('data', (data) => this.#read(data))
    const lost = () => this.#lose()
    this.#socket.on('error', lost).on('close', lost)
  }

  /**
   * Sends a request and waits for its answer.
   * @throws ConnectionLost when the server goes away before the whole answer has arrived
   */
  send(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body)
    const length = text ? `content-length: ${Buffer.byteLength(text)}\r\n` : ''
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new ConnectionLost('closed'))
      this.#waiting = { resolve, reject }
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${this.#head}${length}\r\n${text}`)
    })
  }

  /** The server closes a connection that was idle for long. */
  get closed(): boolean {
    return this.#socket.destroyed
  }

  close() {
    this.#socket.destroy()
  }

  #lose() {
    this.#waiting?.reject(new ConnectionLost('closed'))
    this.#waiting = undefined
  }

  #read(data: Buffer) {
    this.#received.push(data)
    this.#length += data.length
    if (this.#length < this.#wanted) return
    const all = this.#received.length === 1 ? data : Buffer.concat(this.#received)
    this.#received = [all]
    const headEnd = all.indexOf(END_OF_HEAD)
    if (headEnd < 0) return
    const head = all.toString('latin1', 0, headEnd)
    const body = bodyOf(head, all.subarray(headEnd + 4))
    if (typeof body === 'number') {
      this.#wanted = body === 0 ? 0 : headEnd + 4 + body
      return
    }
    this.#received = []
    this.#length = this.#wanted = 0
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), head, body })
  }
}

/** The whole body, or how many bytes it will have (0 = not known). */
function bodyOf(head: string, bytes: Buffer): string | number {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return bytes.length < Number(length) ? Number(length) : bytes.toString()
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return unchunked(bytes) ?? 0
  return ''
}

function unchunked(bytes: Buffer): string | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = parseInt(bytes.toString('latin1', at, line), 16)
    if (size === 0) return bytes.length >= line + 4 ? Buffer.concat(parts).toString() : undefined
    if (bytes.length < line + 2 + size + 2) return undefined
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
