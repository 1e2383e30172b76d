import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { gunzipSync } from 'node:zlib'
import type { Json } from './json'

// Nobody answers with more; whoever does would fill the memory.
const LONGEST = 64 * 1024 * 1024
const TRIES = 4

/** A SCIM service provider to talk to. */
export interface Target {
  /** Everything before `/Users`, such as https://host/scim/okta/v2. */
  baseUrl: string
  token: string
  /** Sent with every call, such as a gateway's key. */
  headers?: Record<string, string>
  /** How long an answer may take, up to its last byte; 60 seconds unless told. */
  timeoutMilliseconds?: number
  /** Takes certificates that nobody vouches for. */
  insecure?: boolean
}

/** What a client sends on every call. An empty value leaves a header out. */
export interface ClientProfile {
  name: string
  reads: Record<string, string>
  writes: Record<string, string>
}

export interface WireRequest {
  method: string
  /** Below the base URL, query included, exactly as it goes over the wire. */
  path: string
  headers?: Record<string, string>
  /** Text goes out as it is, anything else as JSON. */
  body?: Json
}

export interface Exchange {
  method: string
  path: string
  url: string
  sent?: string
  status: number
  headers: Record<string, string>
  text: string
  /** The answer's JSON; undefined when there was none. */
  body?: Json
  milliseconds: number
}

export interface HttpClient {
  readonly target: Target
  send(request: WireRequest): Promise<Exchange>
  close(): void
}

/**
 * A client with keep-alive connections. On node:http and not fetch, because fetch adds headers of its own (User-Agent,
 * Accept-Language, Sec-Fetch-Mode) that no IdP sends, and rewrites literal quotation marks in a query.
 */
export function connect(target: Target, profile: ClientProfile, connections = 4): HttpClient {
  const secure = target.baseUrl.startsWith('https:')
  const options = { keepAlive: true, maxSockets: connections }
  const agent = secure ? new HttpsAgent({ ...options, rejectUnauthorized: !target.insecure }) : new HttpAgent(options)
  const patience = target.timeoutMilliseconds ?? 60_000
  const base = new URL(target.baseUrl)
  // An address of IPv6 has brackets in a URL and none as a host.
  const host = base.hostname.replace(/^\[|\]$/g, '')
  const prefix = base.pathname.replace(/\/$/, '')
  const start = secure ? httpsRequest : httpRequest

  function send(request: WireRequest, again = false): Promise<Exchange> {
    const sent =
      request.body === undefined || typeof request.body === 'string' ? request.body : JSON.stringify(request.body)
    const began = performance.now()
    return new Promise<Exchange>((resolve, reject) => {
      const outgoing = start({
        agent,
        host,
        port: base.port,
        method: request.method,
        path: prefix + request.path,
        headers: headersFor(target, profile, request, sent),
      })
      outgoing.on('response', (incoming) => {
        readAnswer(incoming).then((answer) => {
          const milliseconds = performance.now() - began
          const url = base.origin + prefix + request.path
          const { method, path } = request
          resolve({ method, path, url, ...(sent !== undefined && { sent }), ...answer, milliseconds })
        }, reject)
      })
      // A server may answer and close before it has read a body that is too large: the answer counts, not the write.
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // A connection that was kept alive may end just as it is used again.
        if (outgoing.reusedSocket && error.code === 'ECONNRESET' && !again) send(request, true).then(resolve, reject)
        else setTimeout(() => reject(error), 100)
      })
      // For the whole answer: one that comes byte by byte would never be idle.
      const late = setTimeout(() => {
        // What ends by our own hand is not sent again.
        again = true
        reject(new Error(`No answer within ${patience / 1000} seconds.`))
        outgoing.destroy()
      }, patience)
      outgoing.on('close', () => clearTimeout(late))
      outgoing.end(sent)
    })
  }
  return { target, send: (request) => send(request), close: () => agent.destroy() }
}

/** The same client for a server that limits its callers: 429 is waited for and asked again (RFC 6585 §4). */
export function patient(client: HttpClient): HttpClient {
  async function send(request: WireRequest): Promise<Exchange> {
    for (let tries = 1; ; tries++) {
      const exchange = await client.send(request)
      if (exchange.status !== 429 || tries === TRIES) return exchange
      const seconds = Math.min(Number(exchange.headers['retry-after']) || 2 ** tries, 60)
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    }
  }
  return { ...client, send }
}

function headersFor(target: Target, profile: ClientProfile, request: WireRequest, sent: string | undefined) {
  const all: Record<string, string> = {
    authorization: `Bearer ${target.token}`,
    ...target.headers,
    ...(sent === undefined ? profile.reads : profile.writes),
    ...request.headers,
    ...(sent !== undefined && { 'content-length': String(Buffer.byteLength(sent)) }),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

async function readAnswer(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > LONGEST) throw new Error(`The answer is longer than ${LONGEST / 1024 / 1024} MiB.`)
  }
  const bytes = Buffer.concat(chunks)
  const gzip = incoming.headers['content-encoding'] === 'gzip'
  const text = (gzip ? gunzipSync(bytes, { maxOutputLength: LONGEST }) : bytes).toString('utf8')
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  return { status: incoming.statusCode ?? 0, headers, text, ...parsed(text) }
}

function parsed(text: string): { body?: Json } {
  try {
    return text === '' ? {} : { body: JSON.parse(text) as Json }
  } catch {
    return {}
  }
}
