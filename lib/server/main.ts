import { type Server, createServer } from 'node:http'
import { ensureFirstAdmin } from '@/lib/auth/first-admin'
import { env } from '@/lib/env'
import { listeningAddress, origin, setListeningAddress } from '@/lib/http/base-url'
import { log } from '@/lib/http/log'
import { nodeDoor } from '@/lib/http/node-door'
import { writeUses } from '@/lib/providers/uses'
import { drain as writeRefusals } from '@/lib/sync-log/refusal-queue'
import { bootstrap } from './bootstrap'
import { startDemo } from './demo'
import { type Handlers, drain, listen, pages, scimThroughNext } from './listener'
import { onSignal } from './on-signal'
import { open } from './open'
import { startRetention } from './retention'
import { explain } from './start-error'
import { welcome } from './welcome'

export interface Options {
  dev: boolean
  /** Built-in clients push data: once, or with live traffic afterwards. */
  demo: false | 'once' | 'live'
  /** Which way SCIM requests take: straight to the handler, or through Next's route. Both answer alike. */
  scimDoor: 'node' | 'next'
}

const DRAIN_SECONDS = 10

/** Starts the server; ends the process with a message and code 1 when it can't. */
export async function main(options: Options): Promise<void> {
  try {
    await serve(options)
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

async function serve({ dev, demo, scimDoor }: Options) {
  const { HOST, PORT, ADMIN_EMAIL, ADMIN_PASSWORD } = env()
  let ready!: (handlers: Handlers) => void
  const { server, port } = await listen(HOST, PORT, new Promise<Handlers>((resolve) => (ready = resolve)))
  setListeningAddress(HOST, port)
  // next-auth reads it where it makes absolute addresses; it must not believe a Host header.
  process.env.NEXTAUTH_URL = origin()

  const opening = open(env(), origin())
  const stopping = new AbortController()
  const retention = startRetention()
  onSignal(async () => {
    stopping.abort()
    await drain(server, DRAIN_SECONDS)
    const { close } = await opening
    // A database that is away must not keep the server from stopping.
    await Promise.allSettled([writeRefusals(), writeUses(), retention.stop()])
    await close()
  })
  const [{ secret }, app] = await Promise.all([opening, startNext(dev, HOST, port, server)])
  ;(globalThis as { rollcallAuthSecret?: string }).rollcallAuthSecret = secret
  const admin = await ensureFirstAdmin(ADMIN_EMAIL, ADMIN_PASSWORD)
  await bootstrap()
  const toNext = app.getRequestHandler()
  ready({ scim: scimDoor === 'next' ? scimThroughNext(toNext) : nodeDoor, pages: pages(toNext, dev) })
  console.log(welcome(origin(), { admin, demo: demo !== false }))
  if (demo)
    startDemo(listeningAddress(), stopping.signal, demo === 'once').catch((error: unknown) => {
      if (!stopping.signal.aborted) log().error({ err: error }, 'The demo ended early')
    })
}

/** Next is loaded here, not above: it is large, and the database opens meanwhile. */
async function startNext(dev: boolean, hostname: string, port: number, server: Server) {
  const { default: next } = await import('next')
  // Next listens for upgrades of connections, for hot reload; in production it would take every request that offers one
  // (Java's client offers h2c) away from the endpoint, so that it gets a server that nobody reaches.
  const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: dev ? server : createServer() })
  await app.prepare()
  return app
}
