import pino from 'pino'
import { env } from '@/lib/env'

const shared = globalThis as { rollcallLog?: pino.Logger }

/**
 * The server's log: JSON lines on standard output. Never hand it headers or bodies: tokens and personal data are in them.
 */
export const log = (): pino.Logger =>
  (shared.rollcallLog ??= pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }))
