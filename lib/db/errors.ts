/** What a failed statement means, whichever way it was run. */
export type DatabaseFailure = 'unique' | 'serialization' | 'unavailable' | 'value' | 'other'

interface Traces {
  code?: string
  message?: string
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string; constraint?: { index?: string } } } }
}

/**
 * SQLSTATE of a failed statement, or Node's code of a failed connection: from Prisma (P2010 raw, P2002 client, the
 * adapter's own), or from pg itself.
 */
export function sqlState(error: unknown): string | undefined {
  const { code, meta, cause } = (error ?? {}) as Traces
  const adapter = meta?.driverAdapterError?.cause ?? (cause as { originalCode?: string; kind?: string } | undefined)
  return adapter?.originalCode ?? adapter?.kind ?? code
}

const UNAVAILABLE =
  /^(08...|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ConnectionClosed|DatabaseNotReachable|SocketTimeout|TooManyConnections)$/

/** What kind of failure it is; 'other' for what nobody foresaw. */
export function databaseFailure(error: unknown): DatabaseFailure {
  const state = sqlState(error) ?? ''
  if (state === '23505' || state === 'P2002' || state === 'UniqueConstraintViolation') return 'unique'
  if (state === '40001' || state === '40P01' || state === 'P2034' || state === 'TransactionWriteConflict')
    return 'serialization'
  if (UNAVAILABLE.test(state) || isLostConnection(error)) return 'unavailable'
  // NUL in a text, a number out of range, an invalid text representation.
  if (/^22...$/.test(state)) return 'value'
  return 'other'
}

// What pg and the embedded database say in words alone.
const isLostConnection = (error: unknown) =>
  error instanceof Error &&
  /Connection terminated|timeout exceeded when trying to connect|embedded database stopped|Can't reach database server|Server has closed the connection/i.test(
    error.message,
  )

export const isUniqueViolation = (error: unknown) => databaseFailure(error) === 'unique'

/** The unique index that a write ran into, where the database says. */
export const violatedIndex = (error: unknown): string | undefined =>
  (error as Traces | undefined)?.meta?.driverAdapterError?.cause?.constraint?.index
