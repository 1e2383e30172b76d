import { connect, type ClientProfile, type Exchange, type Target, type WireRequest } from '../http'
import type { Json } from '../json'
import { valueAt } from '../json'
import { sentAndCame } from '../run'

/** An identity provider's end of the line: sends, counts, and insists on the answers that it needs. */
export class Connection {
  calls = 0
  refused = 0
  private readonly http

  constructor(target: Target, profile: ClientProfile, connections: number) {
    this.http = connect(target, profile, connections)
  }

  /** @throws when the answer has another status than the client can go on with */
  async send(request: WireRequest, ...statuses: number[]): Promise<Exchange> {
    const exchange = await this.http.send(request)
    this.calls++
    if (exchange.status >= 400) this.refused++
    if (statuses.includes(exchange.status)) return exchange
    throw new Error([`The demo expected ${statuses.join(' or ')}.`, ...sentAndCame(exchange)].join('\n'))
  }

  async create(path: string, body: Json): Promise<string> {
    const exchange = await this.send({ method: 'POST', path, body }, 201)
    return String(valueAt(exchange.body, 'id'))
  }

  patch = (path: string, body: Json) => this.send({ method: 'PATCH', path, body }, 200, 204)

  close() {
    this.http.close()
  }
}

/** Runs work for each item, so many at a time. */
export async function inParallel<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>) {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
