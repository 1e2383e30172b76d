import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { addressHeader, clientAddress, pathHeader, targetHeader } from '@/lib/http/client-address'
import { log } from '@/lib/http/log'
import { nodeDoor } from '@/lib/http/node-door'
import { pageHeaders } from '@/lib/http/security-headers'
import { answerBeforehand, refuseUnreadable } from '@/lib/http/unreadable'
import { listenError } from './start-error'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Who answers what: the endpoint, and all the rest. */
export interface Handlers {
  scim: Handler
  pages: Handler
}

// A URL of 16 KiB and its headers must arrive, for a refusal in SCIM's words.
const HEADER_BYTES = 64 * 1024
// Longer than load balancers keep an idle connection (60 s): the one who closes first loses no request.
const KEEP_ALIVE_MS = 65_000

const LINGER_MS = 2_000

/**
 * Listens at once, so that a port in use shows before anything is opened. Requests that come before `handlers` are there
 * wait for them; health checks do not.
 * @throws StartError when the port can't be had
 */
export async function listen(host: string, port: number, handlers: Promise<Handlers>) {
  let ready: Handlers | undefined
  handlers.then((given) => (ready = given)).catch(() => {})
  const last = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>()
  const options = { maxHeaderSize: HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS, requireHostHeader: false }
  const server = createServer(options, (request, response) => {
    last.set(request.socket, { request, response })
    response.on('finish', () => linger(request))
    if (answerBeforehand(request, response)) return
    request.url = originForm(request.url)
    if (!ready && request.url?.startsWith('/api/health/')) return starting(request, response)
    Promise.resolve(ready ?? handlers)
      .then(({ scim, pages }) => (isScim(request.url) ? scim : pages)(request, response))
      .catch((error: unknown) => failed(error, response))
  })
  refuseUnreadable(server, (socket) => last.get(socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/** Who was answered before its body had arrived may go on sending for a moment, so that it gets to read the answer. */
function linger(request: IncomingMessage) {
  if (!request.complete) setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS).unref()
}

/** A target with scheme and host means the same without (RFC 9112 §3.2.2). */
const originForm = (url = '/') => url.replace(/^https?:\/\/[^/?#]*/i, '') || '/'

const isScim = (url = '') => /^\/+scim(?:[/?]|$)/.test(url)

function starting(request: IncomingMessage, response: ServerResponse) {
  const live = request.url!.startsWith('/api/health/live')
  response.writeHead(live ? 200 : 503, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end('{"status":"starting"}')
}

function failed(error: unknown, response: ServerResponse) {
  log().error({ err: error }, 'request failed')
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
  response.end('Internal Server Error')
}

/** Pages: a nonce for each request, which Next finds in the policy and puts on its scripts. */
export const pages =
  (next: Handler, dev: boolean): Handler =>
  (request, response) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = pageHeaders(nonce, dev)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    request.headers['content-security-policy'] = headers['content-security-policy']
    request.headers['x-nonce'] = nonce
    tellNext(request)
    return next(request, response)
  }

/** SCIM requests through Next's route. Next would tidy the URL or refuse it: it gets a plain one, and the route the other. */
export const scimThroughNext =
  (next: Handler): Handler =>
  (request, response) => {
    // What Next's routes don't take is answered by the other door.
    if (!NEXT_METHODS.has(request.method ?? '')) return nodeDoor(request, response)
    tellNext(request)
    request.headers[targetHeader] = request.url ?? ''
    request.url = '/scim/-/v2'
    return next(request, response)
  }

const NEXT_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Writes what the server knows over what a client may have sent under the same names. */
function tellNext(request: IncomingMessage) {
  const address = clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'])
  request.headers[addressHeader] = address ?? ''
  // Next's own parameter, on the requests of its router.
  request.headers[pathHeader] = request.url?.replace(/[?&]_rsc=[^&]*$/, '') ?? ''
  delete request.headers[targetHeader]
}

/**
 * Stops accepting, lets what is in flight finish, then cuts what is left.
 * @param seconds how long to wait for it
 */
export async function drain(server: Server, seconds: number) {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  // A kept-alive connection becomes idle when its request ends.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const late = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
