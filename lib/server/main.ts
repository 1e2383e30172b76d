import next from 'next'
import { ensureFirstAdmin } from '@/lib/auth/first-admin'
import { env } from '@/lib/env'
import { origin, setListeningAddress } from '@/lib/http/base-url'
import { ensureProvider } from '@/lib/providers/bootstrap'
import { writeUses } from '@/lib/providers/uses'
import { type Handler, drain, listen, pages } from './listener'
import { open } from './open'
import { explain } from './start-error'
import { welcome } from './welcome'

export interface Options {
  dev: boolean
  demo: boolean
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

async function serve({ dev }: Options) {
  const { HOST, PORT, ADMIN_EMAIL, ADMIN_PASSWORD, BOOTSTRAP_PROVIDER, BOOTSTRAP_TOKEN } = env()
  let ready!: (handlers: { scim: Handler; pages: Handler }) => void
  const { server, port } = await listen(HOST, PORT, new Promise((resolve) => (ready = resolve)))
  setListeningAddress(HOST, port)
  // next-auth reads it where it makes absolute addresses; it must not believe a Host header.
  process.env.NEXTAUTH_URL = origin()

  const app = next({ dev, dir: process.cwd(), hostname: HOST, port })
  const opening = open(env(), origin())
  onceTold(async () => {
    await drain(server, DRAIN_SECONDS)
    const { close } = await opening
    await writeUses().catch((error: unknown) => console.error(error))
    await close()
  })
  const [opened] = await Promise.all([opening, app.prepare()])
  ;(globalThis as { rollcallAuthSecret?: string }).rollcallAuthSecret = opened.secret
  const admin = await ensureFirstAdmin(ADMIN_EMAIL, ADMIN_PASSWORD)
  if (BOOTSTRAP_PROVIDER && BOOTSTRAP_TOKEN) await ensureProvider(BOOTSTRAP_PROVIDER, BOOTSTRAP_TOKEN)
  const toNext = app.getRequestHandler()
  ready({ scim: pages(toNext, dev), pages: pages(toNext, dev) })
  console.log(welcome(origin(), admin))
}

/** Runs `stop` at the first SIGTERM or SIGINT. A second one, a moment later, means "at once". */
function onceTold(stop: () => Promise<void>) {
  let told = 0
  const signalled = async (signal: string) => {
    // npm and the terminal may both pass on one Ctrl-C.
    if (told) return Date.now() - told > 1000 ? process.exit(130) : undefined
    told = Date.now()
    console.log(`${signal}: finishing what is in flight …`)
    try {
      await stop()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  process.on('SIGTERM', signalled).on('SIGINT', signalled)
}
