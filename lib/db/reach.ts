import pg from 'pg'

/** PostgreSQL can't be used. `message` says where it was looked for, why it failed, and what to do; never the password. */
export class UnreachableError extends Error {}

// Not there yet, or just starting (57P03): worth waiting for. What else a server answers does not pass by itself.
const PASSING = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P03|53300)$/

const ADVICE: Record<string, string> = {
  '28P01': 'Check user and password in DATABASE_URL.',
  '28000': 'Check the user in DATABASE_URL and the server’s pg_hba.conf.',
  '3D000': 'Create the database first: createdb, or CREATE DATABASE.',
}

/**
 * Waits until a PostgreSQL server takes connections.
 * @param seconds how long to wait for one that is not there yet
 * @param say told once, when there is something to wait for
 * @throws UnreachableError after that time, or at once when waiting can't help
 */
export async function waitForPostgres(url: string, seconds: number, say: (message: string) => void): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  const where = `${hostname || 'localhost'}:${port || 5432}${pathname}`
  const until = Date.now() + seconds * 1000
  for (let first = true; ; first = false) {
    const failure = await tryOnce(url)
    if (!failure) return
    const reason = failure.message || failure.code
    if (!PASSING.test(failure.code ?? ''))
      throw new UnreachableError(
        `PostgreSQL at ${where} refused: ${reason}. ${ADVICE[failure.code ?? ''] ?? ''}`.trim(),
      )
    if (Date.now() >= until)
      throw new UnreachableError(
        `PostgreSQL at ${where} could not be reached in ${seconds} s: ${reason}. Check DATABASE_URL and that the server is running.`,
      )
    if (first) say(`PostgreSQL at ${where} does not answer (${reason}). Waiting up to ${seconds} s for it.`)
    await new Promise((done) => setTimeout(done, 500))
  }
}

async function tryOnce(url: string): Promise<{ code?: string; message: string } | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    await client.end().catch(() => {})
    const { code, message, errors } = error as { code?: string; message: string; errors?: Error[] }
    // Node gathers one failure for each address of a name; pg's own time-out has no code.
    return {
      code: code ?? (/timeout/i.test(message) ? 'ETIMEDOUT' : undefined),
      message: message || errors?.[0]?.message || '',
    }
  }
}
