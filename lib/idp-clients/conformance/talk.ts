import {
  connect,
  patient,
  type ClientProfile,
  type Exchange,
  type HttpClient,
  type Target,
  type WireRequest,
} from '../http'
import { isObject, resourcesOf, valueAt, type Json, type JsonObject } from '../json'
import { number } from '../match'
import { deleteAll, faultsOf, noteMade, StepFailure } from '../run'
import type { Expected } from '../trace'
import { PATCH_OP } from '../urns'
import { Skipped } from './check'
import { complexOf, plainTexts, valuedOf } from './choices'
import { sample } from './samples'
import { discover, type ResourceModel, type ServerModel } from './server'

export type Operation = { op: string; path?: string; value?: Json }
export type Made = JsonObject & { id: string }

const profile: ClientProfile = {
  name: 'conformance',
  reads: { accept: 'application/scim+json', 'user-agent': 'scim-conformance' },
  writes: {
    accept: 'application/scim+json',
    'content-type': 'application/scim+json',
    'user-agent': 'scim-conformance',
  },
}

/** A conversation with the server under test: remembers what it makes, and deletes it at the end. */
export class Talk {
  private readonly made = new Set<string>()
  private readonly remembered = new Map<string, Promise<unknown>>()
  private count = 0

  private constructor(
    private readonly http: HttpClient,
    readonly server: ServerModel,
    readonly run: string,
  ) {}

  /** @param run is different each time: names are made of it */
  static async start(target: Target, run: string): Promise<Talk> {
    const http = patient(connect(target, profile))
    return new Talk(http, await discover(http.send), run)
  }

  /** A single text of a user that a client may set; `needs` has to ask for it first. */
  get text(): string {
    return plainTexts(this.server.user)[0]!
  }
  get otherText(): string {
    return plainTexts(this.server.user)[1]!
  }
  get complex() {
    return complexOf(this.server.user)!
  }
  get valued() {
    return valuedOf(this.server.user)!
  }

  get target(): Target {
    return this.http.target
  }

  /** Text that nothing else on the server has, of small letters and digits. */
  unique = (prefix = 'c') => `${prefix}${this.run}${(this.count++).toString(36).padStart(2, '0')}`

  /** Sends a request, whatever comes. */
  async send(request: WireRequest): Promise<Exchange> {
    const exchange = await this.http.send(request)
    noteMade(this.made, exchange)
    return exchange
  }

  /** Sends a request whose answer has to be as expected. @throws StepFailure */
  async ask(request: WireRequest, expected: Expected): Promise<Exchange> {
    const exchange = await this.send(request)
    this.hold(exchange, ...faultsOf(exchange, expected), ...unreadable(exchange))
    return exchange
  }

  /** @throws StepFailure when there are faults */
  hold(exchange: Exchange, ...faults: string[]) {
    if (faults.length > 0) throw new StepFailure('', exchange, faults)
  }

  get = (path: string, expected: Expected = { status: 200 }) => this.ask({ method: 'GET', path }, expected)

  /** What a check needs before it begins: whatever goes wrong here is not its subject. @throws Skipped */
  private async prepared(request: WireRequest, status: number): Promise<JsonObject> {
    const exchange = await this.send(request)
    if (exchange.status === status && isObject(exchange.body)) return exchange.body
    throw new Skipped(`could not be prepared: ${request.method} ${request.path} was answered ${exchange.status}`)
  }

  person = (attributes: JsonObject = {}) => sample(this.server.user, this.unique(), attributes)

  async make(model: ResourceModel, attributes: JsonObject = {}): Promise<Made> {
    const body = await this.prepared(
      { method: 'POST', path: model.endpoint, body: sample(model, this.unique(), attributes) },
      201,
    )
    if (typeof body['id'] !== 'string') throw new Skipped('could not be prepared: a created resource has no id')
    return body as Made
  }

  user = (attributes: JsonObject = {}) => this.make(this.server.user, attributes)
  group = (attributes: JsonObject = {}) => this.make(this.server.group!, attributes)

  at = ({ id }: { id: string }) => `${this.server.user.endpoint}/${encodeURIComponent(id)}`
  atGroup = ({ id }: { id: string }) => `${this.server.group!.endpoint}/${encodeURIComponent(id)}`

  /** The resource as it reads now; a server that can't be read is another check's subject. @throws Skipped */
  read = (path: string): Promise<JsonObject> => this.prepared({ method: 'GET', path }, 200)

  /** A PATCH that has to succeed, and the read after it (RFC 7644 §3.5.2: 200 or 204). */
  async patch(path: string, ...operations: Operation[]): Promise<{ exchange: Exchange; after: JsonObject }> {
    const exchange = await this.ask(patchOf(path, ...operations), { status: [200, 204] })
    return { exchange, after: await this.read(path) }
  }

  /** Resources that a filter finds, in a ListResponse. @throws StepFailure, Skipped when the filter is declined */
  async find(endpoint: string, filter: string, more = ''): Promise<{ exchange: Exchange; rows: JsonObject[] }> {
    const exchange = await this.send({ method: 'GET', path: `${endpoint}?filter=${encodeURIComponent(filter)}${more}` })
    this.maySkip(exchange)
    this.hold(exchange, ...faultsOf(exchange, { status: 200, body: { totalResults: number } }))
    return { exchange, rows: resourcesOf(exchange.body) }
  }

  /** A filter may be declined with invalidFilter (RFC 7644 §3.4.2.2) or tooMany (§3.4.2.1): that is no wrong answer. */
  maySkip({ status, body }: Exchange) {
    const scimType = valueAt(body, 'scimType')
    if (status === 400 && (scimType === 'invalidFilter' || scimType === 'tooMany'))
      throw new Skipped(`declined with ${scimType}, as RFC 7644 §3.4.2 allows`)
  }

  /** Something that several checks share, made when the first one asks. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.remembered.get(name) as Promise<T> | undefined
    const made = known ?? make()
    this.remembered.set(name, made)
    return made.catch((error: unknown) => {
      this.remembered.delete(name)
      throw error
    })
  }

  /** Resources that came to be in another way than by a POST of their own. */
  noteLocation(location: Json | undefined) {
    const base = `${this.target.baseUrl.replace(/\/$/, '')}/`
    if (typeof location !== 'string' || !URL.canParse(location, base)) return
    const [{ pathname }, prefix] = [new URL(location, base), new URL(base).pathname.slice(0, -1)]
    this.made.add(pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname)
  }

  /** Deletes what was made. Answers the paths that could not be deleted. */
  async cleanUp(): Promise<string[]> {
    const left = await deleteAll(this.http, this.made)
    this.http.close()
    return left
  }
}

/** An id that looks like many a server's own, and that nobody has. */
export const NOBODY = { id: '00000000-0000-4000-8000-00000000c0de' }

export const patchOf = (path: string, ...operations: Operation[]): WireRequest => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations: operations as unknown as Json },
})

export const textAt = (body: Json | undefined, path: string): string => {
  const value = valueAt(body, path)
  return typeof value === 'string' ? value : ''
}

/** What nobody can do without in any answer: JSON that can be read. What the RFC asks beyond it has its own checks. */
export const unreadable = ({ text, body }: Exchange) =>
  text !== '' && body === undefined ? ['JSON, or no body at all'] : []
