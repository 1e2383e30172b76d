import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { connect, patient } from './http'

let server: Server | undefined
afterEach(() => server?.close().closeAllConnections())

/** Asks a server of this behaviour once. */
async function ask(answer: RequestListener, timeoutMilliseconds = 10_000, host = '127.0.0.1') {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve, reject) => started.once('error', reject).listen(0, host, resolve))
  const at = host.includes(':') ? `[${host}]` : host
  const target = {
    baseUrl: `http://${at}:${(started.address() as AddressInfo).port}/scim/`,
    token: 't',
    timeoutMilliseconds,
  }
  const client = patient(connect(target, { name: 'a client', reads: {}, writes: {} }))
  return client.send({ method: 'GET', path: '/Users' }).finally(() => client.close())
}

test('an answer that never ends is given up, and not asked for again', async () => {
  let asked = 0
  const trickle: RequestListener = (_request, response) => {
    asked++
    const timer = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(timer))
  }
  await expect(ask(trickle, 200)).rejects.toThrow('No answer within 0.2 seconds.')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(asked).toBe(1)
})

test.each([
  ['as it is', false],
  ['packed small', true],
])('an answer that would fill the memory is given up: %s', async (_how, gzip) => {
  const body = Buffer.alloc(64 * 1024 * 1024 + 1, ' ')
  const answer: RequestListener = (_request, response) =>
    gzip ? response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body)) : response.end(body)
  await expect(ask(answer)).rejects.toThrow(/longer than 64 MiB|larger than 67108864 bytes/)
})

test('429 is waited for, and taken as an answer in the end', async () => {
  let asked = 0
  const exchange = await ask((_request, response) => {
    asked++
    response.writeHead(429, { 'retry-after': '0.01' }).end()
  })
  expect([exchange.status, asked]).toEqual([429, 4])
})

test('an address of IPv6 is asked like any other', async (context) => {
  const answered = ask((request, response) => response.end(JSON.stringify(request.url)), 10_000, '::1')
  const exchange = await answered.catch((error: NodeJS.ErrnoException) =>
    error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'
      ? context.skip('no IPv6 here')
      : Promise.reject(error),
  )
  expect(exchange.body).toBe('/scim/Users')
})
