import { Duplex } from 'node:stream'

// AuthenticationOk, then ReadyForQuery (idle): what a client that has just connected waits for.
const HELLO = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
const TERMINATE = 0x58

/** The far end of the stream: PGlite's wire protocol, wherever it runs. */
export interface WireProtocol {
  /** Sends a batch of whole protocol messages, returns what the database answers to it. */
  send(messages: Uint8Array): Promise<Uint8Array>
  /** Ends whatever the previous connection left open (transaction, prepared statements). */
  reset(): Promise<void>
}

/** A "socket" for pg.Client whose other end is PGlite: one exchange for each flushed batch of messages. */
export class PgliteStream extends Duplex {
  #started = false

  constructor(private readonly wire: WireProtocol) {
    super()
  }

  // What pg.Client calls on a socket beside the Duplex methods.
  connect() {
    process.nextTick(() => this.emit('connect'))
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: unknown, done: (error?: Error) => void) {
    this.#exchange(chunk).then(() => done(), done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void) {
    this.#exchange(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done)
  }

  override _final(done: () => void) {
    this.push(null)
    done()
  }

  async #exchange(messages: Buffer) {
    if (!this.#started) {
      this.#started = true
      await this.wire.reset()
      this.push(HELLO)
    } else if (messages[0] !== TERMINATE) {
      const answer = await this.wire.send(messages)
      this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
    }
  }
}
