import { env } from '@/lib/env'

const shared = globalThis as { rollcallListeningAt?: string }

/** Told by the server once it listens: port 0 in the configuration means "any". */
export function setListeningAddress(host: string, port: number) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  shared.rollcallListeningAt = `http://${name}:${port}`
}

/** Where this process itself can be reached. */
export const listeningAddress = (): string => shared.rollcallListeningAt ?? `http://${env().HOST}:${env().PORT}`

/**
 * The origin that clients use: BASE_URL, else the listening address. Never from a request's Host header, which is the
 * client's to choose (Location, meta.location and $ref are made from this).
 */
export const origin = (): string => env().BASE_URL ?? listeningAddress()

/** A provider's SCIM base URL. */
export const scimBaseUrl = (slug: string): string => `${origin()}/scim/${slug}/v2`

/** Where a provider's OAuth clients get their access tokens (RFC 6749 §3.2). */
export const tokenUrl = (slug: string): string => `${origin()}/scim/${slug}/oauth/token`
