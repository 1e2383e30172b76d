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
import { NOBODY } from './talk'

type Answer = { status: number; body?: object | string; headers?: Record<string, string> }
const servers: Server[] = []
afterEach(() =>
  servers.splice(0).forEach((server) => {
    server.close()
    server.closeAllConnections()
  }),
)

/** A server that answers what it is told. */
async function serving(answer: (request: IncomingMessage, path: string) => Answer | 'nothing'): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    const told = answer(request, request.url ?? '')
    if (told === 'nothing') return
    const { status, body, headers } = told
    response
      .writeHead(status, { 'content-type': 'application/scim+json', ...headers })
      .end(typeof body === 'string' ? body : body && JSON.stringify(body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`
}

async function check(baseUrl: string, chosen: Choice, timeoutMilliseconds = 10_000) {
  const target = { baseUrl, token: 'secret', timeoutMilliseconds }
  const conformance = await startConformance(target, 'r1', chosen)
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
    // What an empty answer can't break.
    expect(passed.map(({ id }) => id)).toEqual(['create.status', 'media.scim-json'])
  })

  test.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><p>Please sign in.</p>'],
    ['null', 'null'],
    ['an array', '[null, 1, []]'],
    ['lists of nulls', '{"Resources":[null],"schemas":[null],"Operations":[null],"meta":null,"totalResults":"many"}'],
  ])('pass next to nothing when every answer is 200 or 201 with %s', async (_what, body) => {
    const config = Object.fromEntries(
      ['patch', 'bulk', 'filter', 'sort', 'etag'].map((one) => [one, { supported: true }]),
    )
    const url = await serving((request, path) => ({
      status: request.method === 'POST' && !/Bulk|search/.test(path) ? 201 : 200,
      body: path.endsWith('/ServiceProviderConfig')
        ? { ...config, bulk: { supported: true, maxOperations: 1, maxPayloadSize: 1 }, authenticationSchemes: [null] }
        : body,
      headers: { etag: 'W/"1"', location: '//:' },
    }))
    const { results } = await check(url, (words) => clauses(words) && !/last-modified|no-change/.test(words.id))
    const passed = results.filter(({ outcome }) => outcome.status === 'passed').map(({ id }) => id)
    expect(passed.filter((id) => !['create.status', 'etag.header'].includes(id))).toEqual([])
    // No check stumbles over what it reads.
    const stumbled = results.filter(({ outcome }) => outcome.status === 'failed' && outcome.came === undefined)
    expect(stumbled).toEqual([])
  })

  test('stop when the server no longer answers', async () => {
    let asked = 0
    const url = await serving((_request, path) => {
      if (path.includes('/Users')) asked++
      return path.includes('/Users') ? 'nothing' : { status: 404, body: {} }
    })
    const { results } = await check(url, clauses, 50)
    const waited = results.filter(({ outcome }) => outcome.status === 'failed' && outcome.came === undefined)
    expect([asked, waited.length]).toEqual([3, 3])
    expect(waited[0]!.outcome).toMatchObject({ expected: ['an answer; No answer within 0.05 seconds.'] })
    expect(results.at(-1)!.outcome).toEqual({ status: 'skipped', reason: 'the server no longer answers' })
  })

  test('do not blame a server for a filter that it declines', async () => {
    const config = { filter: { supported: true }, sort: { supported: true } }
    const url = await serving((request, path) => {
      if (request.method === 'POST') return { status: 201, body: { id: '7', userName: 'somebody', active: false } }
      if (path.endsWith('/ServiceProviderConfig')) return { status: 200, body: config }
      return { status: path.includes('filter=') ? 400 : 404, body: { scimType: 'invalidFilter' } }
    })
    const { results } = await check(url, ({ id }) => /^(filter|sort|list\.(walk|total|beyond))/.test(id))
    const failed = results.filter(({ outcome }) => outcome.status === 'failed').map(({ id }) => id)
    expect(failed).toEqual(['filter.no-match'])
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

  test('delete what should not have been made, under ids that a path has no room for', async () => {
    const deleted: string[] = []
    const url = await serving((request, path) => {
      if (request.method === 'DELETE') deleted.push(path)
      if (path.endsWith('/Bulk'))
        return { status: 200, body: { Operations: [{ method: 'POST', status: 201, location: '/scim/Users/b' }] } }
      const made = request.method === 'POST' || request.method === 'PUT'
      return path.endsWith('/ServiceProviderConfig')
        ? { status: 200, body: { bulk: { supported: true } } }
        : { status: made ? 200 : 404, body: { id: 'a/b c' } }
    })
    const ids = ['create.status', 'put.creates-nothing', 'bulk.max-operations', 'bulk.create']
    const { left } = await check(url, ({ id }) => ids.includes(id))
    expect(deleted).toEqual(['/scim/Users/b', `/scim/Users/${NOBODY.id}`, '/scim/Users/a%2Fb%20c'])
    expect(left).toEqual([])
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
