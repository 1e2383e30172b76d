import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { ScimError, errorBody } from '@/lib/scim'
import { commonHeaders } from './security-headers'

const NO_REQUEST = new ScimError(400, 'This is not an HTTP/1.1 request that can be read. Check what stands between.')
const refusals: Record<string, ScimError> = {
  HPE_HEADER_OVERFLOW: new ScimError(431, 'URL and headers are longer than 64 KiB together. Shorten them.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new ScimError(413, 'The extensions of a chunk are too long. Send chunks without any.'),
  ERR_HTTP_REQUEST_TIMEOUT: new ScimError(408, 'The request did not arrive in time. Send it again.'),
}
const NO_HOST = new ScimError(400, 'A Host header is missing (RFC 9112 §3.2).')
const EXPECTATION = new ScimError(417, 'The only expectation that can be met here is 100-continue (RFC 9110 §10.1.1).')

const headersOf = (text: string) => ({
  ...commonHeaders(),
  'cache-control': 'no-store',
  'content-type': 'application/scim+json',
  'content-length': String(Buffer.byteLength(text)),
  connection: 'close',
})

function refuse(error: ScimError, response: ServerResponse) {
  const text = JSON.stringify(errorBody(error))
  response.writeHead(error.status, headersOf(text)).end(text)
}

/**
 * What is refused before there is a request: node:http would answer without a body, and every answer of 400 and above has
 * one (RFC 7644 §3.12). The server is made with `requireHostHeader: false`.
 * @param inFlight the last request of a connection, and its answer
 */
export function refuseUnreadable(
  server: Server,
  inFlight: (socket: Duplex) => { request: IncomingMessage; response: ServerResponse } | undefined,
) {
  server.on('checkExpectation', (_request, response) => refuse(EXPECTATION, response))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const last = inFlight(socket)
    // The request before it was whole: its answer comes first, and is the last of the connection.
    if (last?.request.complete && !last.response.writableFinished) last.response.once('close', () => socket.destroy())
    else if (!socket.writable || (last && !last.request.complete && last.response.headersSent)) socket.destroy()
    else socket.end(answerOf(refusals[error.code ?? ''] ?? NO_REQUEST), () => socket.destroy())
  })
}

/**
 * Answers what is about no resource: a request without the Host header that its version asks for, and `OPTIONS *`, which
 * asks whether there is a server (RFC 9110 §9.3.7).
 * @returns whether the request is answered
 */
export function answerBeforehand(request: IncomingMessage, response: ServerResponse): boolean {
  const withoutHost = request.httpVersion === '1.1' && request.headers.host === undefined
  if (withoutHost) refuse(NO_HOST, response)
  else if (request.url === '*') response.writeHead(204, commonHeaders()).end()
  else return false
  return true
}

function answerOf(error: ScimError): string {
  const text = JSON.stringify(errorBody(error))
  const lines = Object.entries(headersOf(text)).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${error.status} Refused\r\n${lines.join('')}\r\n${text}`
}
