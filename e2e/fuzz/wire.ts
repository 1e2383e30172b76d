import { type Socket, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, readAnswers } from './read-answers'
import type { Delivery } from './shot'

/** What came back. */
export interface Received {
  answers: Answer[]
  /** From the last byte sent to the last answer, or to the end of the connection. */
  milliseconds: number
  /** Why there is no more: undefined when every answer is there. */
  ended?: 'closed' | 'silent' | 'left'
  /** Bytes that are no answer. */
  garbage?: string
}

const PATIENCE_MS = 20_000
const LEAVE_AFTER_MS = 30

/** Connections to one server: kept for the next request where both sides let them be. */
export class Wire {
  #kept: Socket | undefined

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  async send(delivery: Delivery): Promise<Received> {
    const kept = delivery.alone ? undefined : this.#kept
    const socket = kept && !kept.destroyed ? kept : await this.#open()
    if (kept === socket) this.#kept = undefined
    const received = await exchange(socket, delivery)
    const last = received.answers.at(-1)
    const reusable = !delivery.alone && !received.ended && !received.garbage && last?.headers['connection'] !== 'close'
    if (reusable && !delivery.lawless && !this.#kept) this.#kept = socket
    else socket.destroy()
    return received
  }

  close() {
    this.#kept?.destroy()
  }

  #open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.host, port: this.port, noDelay: true, allowHalfOpen: true })
      socket.once('error', reject)
      socket.once('connect', () => resolve(socket.off('error', reject).on('error', () => {})))
    })
  }
}

async function exchange(socket: Socket, { pieces, pauseMs, then, answers: methods }: Delivery): Promise<Received> {
  const chunks: Buffer[] = []
  let found: { answers: Answer[]; rest: Buffer } = { answers: [], rest: Buffer.alloc(0) }
  let garbage: string | undefined
  let ended: Received['ended']
  let sent = performance.now()
  const over = new Promise<void>((resolve) => {
    const read = (last: boolean) => {
      try {
        found = readAnswers(Buffer.concat(chunks), methods, last)
      } catch (error) {
        garbage = (error as Error).message
      }
      if (garbage !== undefined || found.answers.length >= methods.length) resolve()
    }
    socket.on('data', (data) => {
      chunks.push(data)
      read(false)
    })
    const close = () => {
      read(true)
      if (garbage === undefined && found.answers.length < methods.length) ended ??= 'closed'
      resolve()
    }
    socket.on('end', close).on('close', close)
  })
  for (const [n, piece] of pieces.entries()) {
    if (n > 0 && pauseMs) await Promise.race([pause(pauseMs), over])
    if (socket.writable) socket.write(piece)
    sent = performance.now()
  }
  if (then === 'end') socket.end()
  const late = new AbortController()
  const patience = pause(then === 'leave' ? LEAVE_AFTER_MS : PATIENCE_MS, undefined, { signal: late.signal }).then(
    () => (ended ??= then === 'leave' ? 'left' : 'silent'),
    () => {},
  )
  await Promise.race([over, patience])
  late.abort()
  socket.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close')
  if (found.rest.length && !ended) garbage ??= `after the answers: ${found.rest.toString('latin1', 0, 100)}`
  return {
    answers: found.answers,
    milliseconds: performance.now() - sent,
    ...(ended && { ended }),
    ...(garbage !== undefined && { garbage }),
  }
}
