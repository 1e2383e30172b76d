import { LockError } from '@/lib/db/lock'
import { MigrationError } from '@/lib/db/migrate'
import { UnreachableError } from '@/lib/db/reach'
import { EnvError } from '@/lib/env'

/** A reason why the server can't start that is told in words, not as a stack. */
export class StartError extends Error {}

const expected = [StartError, EnvError, LockError, MigrationError, UnreachableError]

/** What to print when the server can't start. */
export function explain(error: unknown): string {
  const told = expected.some((kind) => error instanceof kind)
  return `Rollcall can’t start.\n${told ? (error as Error).message : String((error as Error).stack ?? error)}`
}

/** Words for what Node says when a port can't be listened on. */
export function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} on ${host} is in use by another program. Stop it, or choose another: PORT=…`)
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=…`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(
      `HOST ${host} is not an address of this machine. 127.0.0.1 is this machine alone, 0.0.0.0 all.`,
    )
  return error
}
