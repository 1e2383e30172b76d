import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret that sessions are sealed with, made once and kept in the data folder, readable by its owner alone.
 * The caller holds the lock on the folder.
 */
export function keptSecret(folder: string): string {
  const file = join(folder, 'auth-secret')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
