import { env } from '@/lib/env'

/**
 * The secret that seals session cookies and the cursors of lists: the one that the server made and keeps in the data
 * folder, else AUTH_SECRET.
 * @throws Error when there is neither
 */
export function authSecret(): string {
  const secret = (globalThis as { rollcallAuthSecret?: string }).rollcallAuthSecret ?? env().AUTH_SECRET
  if (!secret) throw new Error('There is no AUTH_SECRET: the server makes one at start.')
  return secret
}

/** Cookies are marked Secure where clients come by https. */
export const secureCookies = () => env().BASE_URL?.startsWith('https:') ?? false
