import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { USER } from '../urns'
import type { Result } from './check'
import { sections } from './checks'
import { listed, startConformance, type Choice } from './conformance'
import { coreAttributes } from './core-attributes'
import { sample } from './samples'
import { type ResourceModel } from './server'
import { attributeOf } from './attribute'

type Answer = { status: number; body?: object; headers?: Record<string, string> }
const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

/** A server that answers what it is told. */
async function serving(answer: (request: IncomingMessage, path: string) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    const { status, body, headers } = answer(request, request.url ?? '')
    response
      .writeHead(status, { 'content-type': 'application/scim+json', ...headers })
      .end(body && JSON.stringify(body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`
}

async function check(baseUrl: string, chosen: Choice): Promise<{ results: Result[]; left: string[] }> {
  const conformance = await startConformance({ baseUrl, token: 'secret' }, 'r1', chosen)
  const results: Result[] = []
  for await (const result of conformance.results) results.push(result)
  return { results, left: await conformance.cleanUp() }
}
const clauses: Choice = ({ clause }) => clause !== undefined
const only =
  (id: string): Choice =>
  (words) =>
    words.id === id

describe('the checks', () => {
  test('have ids of their own, a clause and its words', () => {
    const ids = listed().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { clause, why, title } of sections.flatMap(({ checks }) => checks)) {
      expect(clause).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/)
      expect(why.length, title).toBeGreaterThan(10)
    }
  })

  test('end with an outcome, whatever the server answers, and pass little that is empty', async () => {
    const features = ['patch', 'bulk', 'filter', 'sort', 'etag'].map((name) => [name, { supported: true }])
    const url = await serving((request, path) => {
      if (request.method === 'POST') return { status: 201, body: { id: '7' } }
      return { status: 200, body: path.endsWith('/ServiceProviderConfig') ? Object.fromEntries(features) : {} }
    })
    const { results } = await check(url, (words) => clauses(words) && !/last-modified|no-change/.test(words.id))
    expect(results.filter(({ outcome }) => outcome.status === 'failed').length).toBeGreaterThan(120)
    const passed = results.filter(({ level, outcome }) => level === 'MUST' && outcome.status === 'passed')
    // What an empty answer can't break: nothing too much, nothing twice.
    expect(passed.map(({ id }) => id)).toEqual([
      'resource-types.attributes',
      'schemas.attributes',
      'schemas.no-messages',
      'create.status',
      'create.read-only-ignored',
      'media.scim-json',
      'projection.writes',
      'list.count',
      'list.count-negative',
      'delete.not-found',
    ])
  })

  test('do not ask for what is not advertised', async () => {
    const url = await serving(() => ({ status: 501 }))
    const { results } = await check(url, ({ id }) => /^(patch|filter|sort|bulk|etag|cursor|group)\./.test(id))
    expect(results.length).toBeGreaterThan(70)
    for (const { id, outcome } of results) expect([id, outcome.status]).toEqual([id, 'skipped'])
  })

  test('say what was sent, what came and what was expected', async () => {
    const url = await serving((request, path) =>
      request.method === 'POST' && path.endsWith('/Users') ? { status: 200, body: { id: '7' } } : { status: 404 },
    )
    const { results } = await check(url, only('create.status'))
    expect(results[0]).toMatchObject({
      level: 'MUST',
      clause: 'RFC 7644 §3.3',
      outcome: { status: 'failed', came: '200 {"id":"7"}', expected: ['status 201, is 200'] },
    })
    expect((results[0]!.outcome as { sent: string }).sent).toMatch(/^POST http.*\/scim\/Users \{"schemas"/)
  })

  test('delete what they made, and say what could not be deleted', async () => {
    const deleted: string[] = []
    const url = await serving((request, path) => {
      if (request.method === 'POST') return { status: 201, body: { id: '7' }, headers: { location: '/scim/Users/7' } }
      if (request.method === 'DELETE') deleted.push(path)
      return request.method === 'DELETE' ? { status: 403 } : { status: 404 }
    })
    const { left } = await check(url, only('create.status'))
    expect(deleted).toEqual(['/scim/Users/7'])
    expect(left).toEqual(['/Users/7'])
  })

  test('wait when the server asks for it', async () => {
    let asked = 0
    const url = await serving((request) =>
      request.method === 'POST' && asked++ === 0
        ? { status: 429, headers: { 'retry-after': '0.01' } }
        : { status: request.method === 'POST' ? 201 : 404, body: { id: '7' } },
    )
    const { results } = await check(url, only('create.status'))
    expect([asked, results[0]!.outcome.status]).toEqual([2, 'passed'])
  })
})

describe('a client’s conversation', () => {
  test('goes on after a failure, and leaves out what needs what did not come', async () => {
    const url = await serving((request) => (request.method === 'POST' ? { status: 500 } : { status: 200, body: {} }))
    const { results } = await check(url, ({ group }) => group === 'JumpCloud')
    const outcomes = results.map(({ title, outcome }) => `${title}: ${outcome.status}`)
    expect(outcomes).toContain('creates the user: failed')
    expect(outcomes).toContain('changes one attribute with each operation: skipped')
    expect(results.find(({ title }) => title === 'the group is there')?.outcome.status).toBe('failed')
  })

  test('leaves groups out where there are none', async () => {
    const types = { Resources: [{ name: 'User', endpoint: '/Users', schema: USER }] }
    const url = await serving((_request, path) => ({ status: 200, body: path.endsWith('/ResourceTypes') ? types : {} }))
    const { results } = await check(url, ({ group }) => group === 'JumpCloud')
    expect(results.find(({ title }) => title === 'the group is there')?.outcome).toEqual({
      status: 'skipped',
      reason: 'no resource type for groups',
    })
  })
})

test('a user has what the server requires, and nothing that it does not declare', () => {
  const required: JsonObject[] = [
    { name: 'userName', required: true },
    { name: 'userType', required: true, canonicalValues: ['Employee'] },
    { name: 'level', type: 'integer', required: true },
    { name: 'photos', type: 'complex', multiValued: true, required: true, subAttributes: [{ name: 'value' }] },
  ]
  const model: ResourceModel = {
    name: 'User',
    endpoint: '/Users',
    schema: USER,
    attributes: required.map(attributeOf),
    extensions: [{ schema: 'urn:x', required: true, attributes: [attributeOf({ name: 'site', required: true })] }],
  }
  expect(sample(model, 'u1', { userName: 'mine' })).toEqual({
    schemas: [USER, 'urn:x'],
    userName: 'mine',
    userType: 'Employee',
    level: 1,
    photos: [{ value: 'u1' }],
    'urn:x': { site: 'u1' },
  })
  const core = { ...model, attributes: coreAttributes(USER), extensions: [] }
  expect(Object.keys(sample(core, 'u2', {}))).toEqual(['schemas', 'userName', 'name', 'emails'])
})
