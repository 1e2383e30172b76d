import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { knock } from './knock'

let server: Server | undefined
afterEach(() => server?.close().closeAllConnections())

async function knockAt(status: number, body: string, headers: Record<string, string> = {}) {
  const started = createServer((_request, response) => response.writeHead(status, headers).end(body))
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(started.address() as AddressInfo).port}/scim`
  await knock({ baseUrl, token: 't', timeoutMilliseconds: 5000 })
}

test.each<[string, number, string, string]>([
  ['refuses the token', 401, '', 'The server refuses the token (401)'],
  ['forbids it', 403, '', 'The server refuses the token (403)'],
  ['redirects', 301, '', 'redirects to /elsewhere'],
  ['has nothing there', 404, '', 'There is no /Users below'],
  ['is a web page', 200, '<p>Sign in', 'not with JSON: <p>Sign in'],
  ['answers nothing', 200, '', 'not with JSON: nothing'],
  ['does not work', 503, '', 'answers /Users with 503'],
])('a server that %s can’t be checked', async (_what, status, body, message) => {
  await expect(knockAt(status, body, { location: '/elsewhere' })).rejects.toThrow(message)
})

test.each([
  [200, '{"totalResults":0}'],
  [400, '{"scimType":"tooMany"}'],
])('one that answers %i with JSON can', async (status, body) => {
  await expect(knockAt(status, body)).resolves.toBeUndefined()
})

test('where nobody listens, the message says so', async () => {
  await expect(knock({ baseUrl: 'http://127.0.0.1:9', token: 't' })).rejects.toThrow('nobody listens there')
})
