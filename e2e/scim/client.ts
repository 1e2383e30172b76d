import { expect } from '@playwright/test'
import { connect, type ClientProfile, type Exchange, type Target, type WireRequest } from '@/lib/idp-clients/http'
import { resourcesOf, type Json, type JsonObject } from '@/lib/idp-clients/json'
import { exactly } from '@/lib/idp-clients/match'
import { protocolFaults } from '@/lib/idp-clients/protocol'
import { deleteAll, faultsOf, noteMade, sentAndCame } from '@/lib/idp-clients/run'
import type { Expected } from '@/lib/idp-clients/trace'
import { BULK_REQUEST, BULK_RESPONSE, GROUP, PATCH_OP, USER } from '@/lib/idp-clients/urns'
import { unique } from './server'

const plain: ClientProfile = {
  name: 'the protocol suite',
  reads: { accept: 'application/scim+json' },
  writes: { accept: 'application/scim+json', 'content-type': 'application/scim+json' },
}

export type Operation = { op: string; path?: string; value?: Json }
export type Made = JsonObject & { id: string; meta: { version: string; lastModified: string; location: string } }

/** What a bulk response says of one operation (RFC 7644 §3.7.3). */
export interface BulkResult {
  method?: string
  bulkId?: string
  location?: string
  version?: string
  status: string
  response?: JsonObject
}

/** A client of the endpoint that checks every answer, and deletes at the end what it made. */
export class Scim {
  private readonly http
  private readonly made = new Set<string>()

  /** @param connections so many requests are under way at once */
  constructor(
    readonly target: Target,
    connections = 20,
  ) {
    this.http = connect(target, plain, connections)
  }

  /** Sends a request; the answer has to be as expected, and what every SCIM answer has to be. */
  async ask(request: WireRequest, expected: Expected): Promise<Exchange> {
    const exchange = await this.raw(request)
    const faults = [...faultsOf(exchange, expected), ...protocolFaults(exchange)]
    expect(faults, sentAndCame(exchange).join('\n')).toEqual([])
    return exchange
  }

  /** Sends a request, whatever comes. */
  async raw(request: WireRequest): Promise<Exchange> {
    const exchange = await this.http.send(request)
    noteMade(this.made, exchange)
    return exchange
  }

  get = (path: string, expected: Expected) => this.ask({ method: 'GET', path }, expected)

  /** Refused with this status and scimType; the detail has to name what is wrong. */
  async refused(request: WireRequest, status: number, scimType?: string, names: string | RegExp = '') {
    const exchange = await this.ask(request, { status, body: scimType === undefined ? {} : { scimType } })
    const { detail } = exchange.body as { detail: string }
    if (typeof names === 'string') expect(detail).toContain(names)
    else expect(detail).toMatch(names)
    return exchange
  }

  async user(attributes: object = {}): Promise<Made> {
    const body = { schemas: [USER], userName: `${unique('user')}@x.example`, ...attributes }
    return (await this.ask({ method: 'POST', path: '/Users', body }, { status: 201 })).body as Made
  }

  async group(attributes: object = {}): Promise<Made> {
    const body = { schemas: [GROUP], displayName: unique('Group'), ...attributes }
    return (await this.ask({ method: 'POST', path: '/Groups', body }, { status: 201 })).body as Made
  }

  /** PATCHes a user, and answers how it reads afterwards. */
  async patchUser(id: string, ...operations: Operation[]): Promise<Made> {
    const { body } = await this.ask(patchOf(`/Users/${id}`, ...operations), { status: 200 })
    const read = await this.get(`/Users/${id}`, { status: 200 })
    expect(body, 'the answer of PATCH and a read after it').toEqual(read.body)
    return body as Made
  }

  /** PATCHes a group, and answers how it reads afterwards. */
  async patchGroup(id: string, ...operations: Operation[]): Promise<Made> {
    await this.ask(patchOf(`/Groups/${id}`, ...operations), { status: 204 })
    return this.read('/Groups', id)
  }

  async read(endpoint: string, id: string): Promise<Made> {
    return (await this.get(`${endpoint}/${id}`, { status: 200 })).body as Made
  }

  /** Sends a bulk request that is read; its results. What it makes is deleted at the end as well. */
  async bulk(operations: Json, more: object = {}): Promise<BulkResult[]> {
    const request = { schemas: [BULK_REQUEST], Operations: operations, ...more }
    const { body } = await this.ask(
      { method: 'POST', path: '/Bulk', body: request as JsonObject },
      { status: 200, body: { schemas: exactly(BULK_RESPONSE) } },
    )
    const results = (body as { Operations: unknown }).Operations as BulkResult[]
    for (const { method, location, status } of results) {
      const path = location?.slice(this.target.baseUrl.length) ?? ''
      if (method === 'POST' && status === '201') this.made.add(path)
      if (method === 'DELETE' && status === '204') this.made.delete(path)
    }
    return results
  }

  /** The ids that a filter finds, in the order of the answer. */
  async find(endpoint: string, filter: string, more = ''): Promise<string[]> {
    const { body } = await this.get(`${endpoint}?count=1000&filter=${encodeURIComponent(filter)}${more}`, {
      status: 200,
    })
    return resourcesOf(body).map(({ id }) => String(id))
  }

  async cleanUp() {
    await deleteAll(this.http, this.made)
    this.http.close()
  }
}

export const patchOf = (path: string, ...operations: Operation[]): WireRequest => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations: operations as unknown as Json },
})
