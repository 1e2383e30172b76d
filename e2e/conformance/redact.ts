import type { Target } from '@/lib/idp-clients/http'

// Shorter texts would be found everywhere.
const SHORTEST = 6

/** Takes the token, and the values of headers, out of whatever is shown: a server may echo them. */
export function secretsOf({ token, headers = {} }: Target): (text: string) => string {
  const secrets = [token, ...Object.values(headers)].flatMap((value) => [value, value.replace(/^\w+ /, '')])
  const hidden = secrets.filter((value) => value.length >= SHORTEST)
  return (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, '‹secret›'), text)
}
