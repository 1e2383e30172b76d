import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { TOKEN, endAll, startReady } from './product'

// What node:http would refuse without a body is refused in SCIM's shape, and odd requests that are in order are answered.
const head = (...lines: string[]) => [...lines, '', ''].join('\r\n')
const users = 'GET /scim/test/v2/Users HTTP/1.1'
const token = `authorization: Bearer ${TOKEN}\r\nconnection: close`
const post = 'POST /scim/test/v2/Users HTTP/1.1'

const cases: [name: string, bytes: string, statuses: number[]][] = [
  ['no request at all', 'hello\r\n\r\n', [400]],
  ['a header without a colon', head(users, 'host: x', 'nonsense'), [400]],
  ['a head of more than 64 KiB', head(users, 'host: x', `x: ${'y'.repeat(70_000)}`), [431]],
  ['no Host', head(users, token), [400]],
  ['an expectation that nobody knows', head(users, 'host: x', token, 'expect: 200-ok'), [417]],
  ['two lengths', head(post, 'host: x', token, 'content-length: 1', 'content-length: 2'), [400]],
  ['a chunk without a size', `${head(post, 'host: x', token, 'transfer-encoding: chunked')}x\r\n`, [400]],
  ['a body that ends early', `${head(post, 'host: x', token, 'content-length: 10')}{`, [400]],
  ['a target with scheme and host', head('GET http://x/scim/test/v2/Users HTTP/1.1', 'host: x', token), [200]],
  ['HTTP/1.0 without Host', head('GET /scim/test/v2/Users HTTP/1.0', token), [200]],
  ['an upgrade', head(users, 'host: x', token, 'connection: upgrade', 'upgrade: websocket'), [200]],
  ['an upgrade to HTTP/2', head(users, 'host: x', token, 'connection: upgrade, http2-settings', 'upgrade: h2c'), [200]],
  ['OPTIONS *', head('OPTIONS * HTTP/1.1', 'host: x', 'connection: close'), [204]],
  ['nonsense after a request', `${head(users, 'host: x', token)}nonsense\r\n\r\n`, [200]],
]

test.afterAll(endAll)

test('odd bytes have an answer', async () => {
  const { base } = await startReady()
  // From its first request on, Next has listeners of its own.
  await (await fetch(`${base}/api/health/live`)).text()
  for (const [name, bytes, statuses] of cases)
    await test.step(name, async () => {
      const text = await exchange(Number(new URL(base).port), bytes, name.endsWith('ends early'))
      expect([...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status))).toEqual(statuses)
      if (statuses[0]! < 400) return
      const body: unknown = JSON.parse(text.slice(text.indexOf('{')))
      expect(body).toMatchObject({ status: String(statuses[0]), detail: expect.stringMatching(/./) })
    })
})

/** Sends bytes; what has come back when the server ends the connection. */
const exchange = (port: number, bytes: string, end: boolean) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    let text = ''
    socket.on('data', (data) => (text += data))
    socket.on('end', () => {
      socket.destroy()
      resolve(text)
    })
    socket.on('error', reject)
    socket.write(bytes, 'latin1')
    if (end) socket.end()
  })
