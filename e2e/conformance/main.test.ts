import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'

const TOKEN = 'token-"that"-nobody/may+see'
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()))
afterAll(() => rmSync(folder, { recursive: true }))

let child: ChildProcess | undefined

type Answer = { status: number; body?: string; headers?: Record<string, string> }

async function serving(answer: (request: IncomingMessage) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    const { status, body = '', headers } = answer(request)
    response.writeHead(status, { 'content-type': 'application/scim+json', ...headers }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`
}

async function run(...args: string[]) {
  child = spawn(process.execPath, ['--import', 'tsx', 'e2e/conformance/main.ts', ...args], {
    env: { ...process.env, SCIM_TOKEN: TOKEN },
  })
  let [out, err] = ['', '']
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child!.on('close', resolve))
  return { code, out, err }
}

/** Says back who asks, as servers do that want to help. */
const echo = ({ headers }: IncomingMessage) =>
  JSON.stringify({
    detail: `${headers.authorization} ${encodeURIComponent(headers.authorization ?? '')}`,
    totalResults: 0,
  })

test.each<[string, string[]]>([
  ['text', []],
  ['JSON and JUnit', ['--json', '--junit', join(folder, 'echo.xml')]],
])('a server that says the token back is reported without it: %s', async (_what, args) => {
  const url = await serving((request) => ({ status: request.method === 'GET' ? 200 : 418, body: echo(request) }))
  const { code, out, err } = await run('--url', url, '--only', 'create.status,list.count', ...args)
  expect([code, err]).toEqual([1, ''])
  const shown = [out, ...(args.length > 0 ? [readFileSync(join(folder, 'echo.xml'), 'utf8')] : [])]
  for (const text of shown) {
    expect(text).toContain('‹secret›')
    expect(text).not.toMatch(/nobody/)
  }
})

test('what a redirect says is shown without the token and on one line', async () => {
  const location = `/v2?t=${TOKEN}&\u0080`
  const { code, out, err } = await run('--url', await serving(() => ({ status: 308, headers: { location } })))
  expect([code, out]).toEqual([2, ''])
  expect(err).toBe('The server redirects to /v2?t=‹secret›&\\u0080. Give that address with --url.\n')
})

test('a report that has no place is known before anything is sent', async () => {
  const { code, out, err } = await run('--url', 'http://127.0.0.1:9', '--junit', join(folder, 'no', 'where.xml'))
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('ENOENT')
})

test('--list sends nothing, and needs no server', async () => {
  const { code, out } = await run('--list', '--only', 'create.status')
  expect([code, out]).toEqual([0, expect.stringMatching(/^MUST {4}create\.status {2}RFC 7644 §3\.3 {2}.*\n$/)])
})

test('Ctrl-C deletes what was made', async () => {
  const deleted: string[] = []
  const url = await serving(({ method, url }) => {
    if (method === 'DELETE') deleted.push(url ?? '')
    if (method === 'POST') child?.kill('SIGINT')
    return { status: method === 'POST' ? 201 : method === 'DELETE' ? 204 : 200, body: '{"id":"7"}' }
  })
  const { code } = await run('--url', url)
  expect([code, deleted]).toEqual([130, ['/scim/Users/7']])
})
