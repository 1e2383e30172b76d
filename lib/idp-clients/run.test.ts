import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quotedFilter } from './query'
import { startTrace } from './run'
import type { Trace } from './trace'

const seen: string[] = []
let server: Server
let baseUrl: string

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.rawHeaders.join(' ')}`)
    const answer = (status: number, body?: object, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/scim+json', ...headers })
        .end(body && JSON.stringify(body))
    if (request.method === 'POST')
      answer(201, { id: '7', meta: { location: 'here' } }, { location: 'here', 'content-location': 'here' })
    else if (request.method === 'DELETE') answer(204)
    else if (request.url?.includes('missing')) answer(404, { status: 404 })
    else answer(200, { id: '7', displayName: 'Bo' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/`
})
afterAll(() => server.close())

const trace = (...steps: Trace['steps']): Trace => ({
  title: 'a conversation',
  source: 'this test',
  client: { name: 'a client', reads: { accept: 'x/y' }, writes: { 'user-agent': 'Client 1' } },
  values: (run) => ({ run }),
  steps,
})
const create: Trace['steps'][number] = {
  name: '1 creates',
  request: (v) => ({ method: 'POST', path: `/Users`, body: { userName: v('run') } }),
  expect: { status: 201 },
  keep: { id: 'id' },
}

describe('a trace', () => {
  test('keeps values for later steps and deletes what it made', async () => {
    const read = {
      name: '2 reads',
      request: (v: (name: string) => string) => ({
        method: 'GET',
        path: `/Users/${v('id')}?${quotedFilter('a eq "b@c"')}`,
      }),
      expect: { status: 200, body: { displayName: 'Bo' } },
    }
    const conversation = trace(create, read)
    const run = startTrace(conversation, { baseUrl, token: 'secret' }, 'r1')
    for (const step of conversation.steps) await run.step(step)
    await run.cleanUp()
    expect(seen[0]).toMatch(/^POST \/scim\/Users authorization Bearer secret user-agent Client 1 content-length 17 /)
    expect(seen[1]).toMatch(/^GET \/scim\/Users\/7\?filter=a\+eq\+"b%40c" authorization Bearer secret accept x\/y /)
    expect(seen[2]).toMatch(/^DELETE \/scim\/Users\/7 /)
  })

  test('fails with what was sent, what came and what was expected', async () => {
    const step = {
      name: '1.9 reads somebody who is there',
      request: () => ({ method: 'GET', path: '/Users/missing' }),
      expect: { status: 200, body: { displayName: 'Bo' } },
    }
    const run = startTrace(trace(step), { baseUrl, token: 't' }, 'r2')
    await expect(run.step(step)).rejects.toThrow(
      [
        '1.9 reads somebody who is there: not what the client needs',
        `  sent: GET ${baseUrl}Users/missing`,
        '  came: 404 {"status":404}',
        '  expected: status 200, is 404',
        '  expected: displayName should be "Bo", is absent',
      ].join('\n'),
    )
    await run.cleanUp()
  })

  test('names a value that no step kept', async () => {
    const step = { ...create, request: (v: (name: string) => string) => ({ method: 'GET', path: v('nothing') }) }
    const run = startTrace(trace(step), { baseUrl, token: 't' }, 'r3')
    await expect(run.step(step)).rejects.toThrow('“nothing”')
  })
})
