import { type Answer, Connection } from '../product/connection'
import { type Product, type Statement, TOKEN } from '../product/start-product'
import { CONNECTIONS, type Measured, measure } from './measure'
import { BASE, filledId, marker } from './people'
import { type Shape, membersBelow } from './shape'

export interface Line extends Measured {
  name: string
  /** Requests in one step; the times are those of a step. */
  requestsEach: number
  /** Milliseconds of the server's processor time for one request, all its threads. */
  cpu: number
  /** Bytes resident at most, while this ran. */
  peak: number
  /** The statements of one request and whom it was about, for the comparison with the bare driver. */
  sample?: Sample
  /** Steps a second, of the same statements through the bare driver. */
  bare?: number
}

export interface Sample {
  statements: Statement[]
  /** The statements of another such request: what differs belongs to the request. */
  other: Statement[]
  /** What this request was about. */
  id: string
  mark: string
  /** Whether the same statements with another id and mark are another such request. */
  repeats: boolean
}

interface RunOptions {
  requestsEach?: number
  /** Ends before the time when it was done so often. */
  most?: number
  /** How many of the connections take part. */
  loops?: number
}

/** So many requests are recorded to find a sample, each about a person of its own. */
export const RECORDED = 5

/** One started product with its 16 connections, and the names that were not given yet. */
export class Session {
  readonly connections: Connection[]
  #made = 60_000_000

  constructor(
    readonly product: Product,
    readonly shape: Shape,
    readonly seconds: number,
  ) {
    this.connections = Array.from({ length: CONNECTIONS }, () => this.#connect())
  }

  #connect = () => new Connection(this.product.port, TOKEN)

  close() {
    for (const connection of this.connections) connection.close()
  }

  /** A marker that nobody has. */
  newMark = () => marker(this.#made++)

  /** How many users are looked up, read and changed, and the n-th of them. */
  get people() {
    return this.shape.users - membersBelow(this.shape)
  }
  personAt = (n: number) => {
    const number = membersBelow(this.shape) + n
    return { n: number, id: filledId(0, number), mark: marker(number) }
  }

  /** @throws Error when the answer has not the status that the workload is about */
  async send(loop: number, method: string, path: string, status: number, body?: unknown): Promise<Answer> {
    // Idle while another one walked over everything.
    if (this.connections[loop]!.closed) this.connections[loop] = this.#connect()
    const answer = await this.connections[loop]!.send(method, `${BASE}/${path}`, body)
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return answer
  }

  /** Warms up for as long as it measures then: a server that has just started is still being compiled. */
  async run(
    name: string,
    once: (loop: number, n: number) => Promise<unknown>,
    { requestsEach = 1, ...how }: RunOptions = {},
  ): Promise<Line> {
    let offset = 0
    await measure(this.seconds, (loop, n) => once(loop, (offset = Math.max(offset, n + 1)) - 1), how)
    await this.product.ask('reset-peak')
    const before = await this.product.ask('usage')
    const measured = await measure(this.seconds, (loop, n) => once(loop, offset + n), how)
    const after = await this.product.ask('usage')
    const cpu = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system
    return {
      ...measured,
      name,
      requestsEach,
      cpu: cpu / 1000 / (measured.count * requestsEach),
      peak: after.peak,
    }
  }

  /**
   * What the server asks the database for one request, taken while nothing else runs.
   * @param once sends a request of its own at each call, and says whom it was about
   */
  async record(once: () => Promise<{ id: string; mark: string }>): Promise<Sample> {
    const runs: Omit<Sample, 'other' | 'repeats'>[] = []
    for (let i = 0; i < RECORDED; i++) {
      await this.product.ask('record')
      const about = await once()
      runs.push({ ...about, statements: await this.product.ask('recorded') })
    }
    // Now and then a job of the server's own comes in between: the shortest are the request alone.
    const [first, second] = runs.sort((a, b) => a.statements.length - b.statements.length)
    return { ...first!, other: second!.statements, repeats: true }
  }
}
