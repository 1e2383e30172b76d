import { env } from '@/lib/env'

/**
 * The client's address. X-Forwarded-For counts only behind a proxy that TRUST_PROXY vouches for, and then its last entry:
 * the one that this proxy wrote, whatever the client put before it.
 */
export function clientAddress(socketAddress: string | undefined, forwardedFor: string | string[] | undefined) {
  const last = env().TRUST_PROXY ? [forwardedFor].flat().join(',').split(',').pop()?.trim() : undefined
  // An IPv4 client of a socket that listens on IPv6.
  return (withoutPort(last) || socketAddress)?.replace(/^::ffff:/, '')
}

/** Some proxies, Azure's among them, write the port too: `203.0.113.9:51544`, `[2001:db8::9]:51544`. */
const withoutPort = (entry: string | undefined) =>
  entry?.replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, (_, six: string, four: string) => six ?? four)

/** Headers that the server writes on requests for Next, over whatever the client sent under these names. */
export const addressHeader = 'x-rollcall-address'
export const pathHeader = 'x-rollcall-path'
export const targetHeader = 'x-rollcall-target'
