import { uuidv7 } from '@/lib/db/uuid'
import type { ScimAnswer, ScimCall } from '@/lib/directory/scim-call'
import {
  type BulkOperation,
  type BulkResult,
  type NoteSink,
  ScimError,
  conflict,
  errorBody,
  notFound,
  resolveReferences,
  takeNotes,
} from '@/lib/scim'
import { recordRefusal } from '@/lib/sync-log/record-refusal'
import { readTarget } from './target'
import { translateError } from './translate-error'
import { understandTarget } from './understand-target'

/** The handler of a method at a path below /v2. @throws ScimError 404, 405 */
export type FindHandler = (path: string[], method: string) => (call: ScimCall) => ScimAnswer | Promise<ScimAnswer>

/** Runs the operations of a bulk request, each as a call of its own. */
export class BulkRun {
  /** Ids of what was made, by bulkId. */
  private readonly made = new Map<string, string>()
  private readonly known: ReadonlySet<string | undefined>

  constructor(
    private readonly bulk: ScimCall,
    operations: readonly BulkOperation[],
    private readonly find: FindHandler,
  ) {
    this.known = new Set(operations.filter(({ method }) => method === 'POST').map(({ bulkId }) => bulkId))
  }

  /** Runs an operation; its change or its refusal is in the log under a request id of its own. */
  async run(operation: BulkOperation): Promise<BulkResult> {
    const { method, bulkId } = operation
    const call = this.callOf(operation)
    let location = this.locationOf(operation)
    try {
      if (operation.refusal) throw operation.refusal
      const resolved = resolveReferences(operation, (id) => this.idOf(id))
      location = this.locationOf(resolved)
      const { path, data } = resolved
      const notes = takeNotes()
      const target = this.targetOf(path!, notes)
      call.notes.push(...notes.list)
      call.url = target.url
      call.query = target.query
      call.body = data
      call.bodyText = data === undefined ? undefined : JSON.stringify(data)
      if (!this.isResource(target.path)) throw noResource(path!)
      const answer = await this.find(target.path, call.method)(call)
      location = answer.location ?? location
      if (method === 'POST' && bulkId !== undefined) this.made.set(bulkId, idIn(location!))
      return { method, bulkId, version: answer.etag, location, status: answer.status }
    } catch (error) {
      const refusal = translateError(error, call.requestId)
      const response = errorBody(refusal)
      recordRefusal(call, refusal, response)
      return { method, bulkId, location, status: refusal.status, response }
    }
  }

  /** The id of what the POST of this bulkId made; undefined while it has made nothing. */
  idMade = (bulkId: string | undefined) => this.made.get(bulkId ?? '')

  /** What was made is deleted again. */
  forget = (bulkId: string | undefined) => this.made.delete(bulkId ?? '')

  private idOf(bulkId: string): string {
    const id = this.made.get(bulkId)
    if (id !== undefined) return id
    if (this.known.has(bulkId))
      throw conflict(`It refers to bulkId "${bulkId}", and the operation of that bulkId made nothing.`)
    throw new ScimError(
      409,
      `It refers to bulkId "${bulkId}", and no POST of this bulk request has that bulkId.`,
      'invalidValue',
    )
  }

  private callOf({ method, path, version, notes }: BulkOperation): ScimCall {
    const { bulk } = this
    return {
      ...bulk,
      requestId: uuidv7(),
      at: new Date(),
      started: performance.now(),
      method: method ?? bulk.method,
      url: path ?? bulk.url,
      query: new URLSearchParams(),
      ifMatch: version,
      ifNoneMatch: undefined,
      body: undefined,
      bodyText: undefined,
      notes: [{ code: 'bulk', detail: `An operation of the bulk request ${bulk.requestId}.` }, ...notes],
    }
  }

  /** In every answer but that of a POST which failed (RFC 7644 §3.7.3); undefined where the path leads to no resource. */
  private locationOf({ method, path }: BulkOperation): string | undefined {
    if (method === 'POST' || path === undefined) return undefined
    const target = this.targetOf(path, takeNotes())
    return this.isResource(target.path)
      ? `${this.bulk.baseUrl}/${target.path.map(encodeURIComponent).join('/')}`
      : undefined
  }

  private targetOf(path: string, notes: NoteSink) {
    return understandTarget(readTarget(`/scim/-/v2/${path}`)!, { strict: this.bulk.registry.rules.strict, notes })
  }

  /** Searches, discovery and another Bulk have no place in a bulk request (RFC 7644 §3.7). */
  private isResource([collection, id = '', ...more]: string[]): boolean {
    const { User, Group } = this.bulk.registry
    const known: string[] = [User.endpoint, Group.endpoint]
    return known.includes(`/${collection}`) && !/^(\.|bulkId:)/.test(id) && more.length === 0
  }
}

const idIn = (location: string) => location.slice(location.lastIndexOf('/') + 1)

const noResource = (path: string) =>
  notFound(`The path of an operation is /Users or /Groups, or one of them with an id, and "${path}" is neither.`)
