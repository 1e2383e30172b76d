import type { Target } from '@/lib/idp-clients/http'
import type { Result } from '@/lib/idp-clients/conformance/check'

// Shorter texts would be found everywhere.
const SHORTEST = 6
const SHOWN = '‹secret›'

/** Takes the token, and the values of headers, out of a text, in every form in which a server may echo them. */
export function redactor({ token, headers = {} }: Target): (text: string) => string {
  const bare = [token, ...Object.values(headers)].flatMap((value) => [value, value.replace(/^\w+ +/, '')])
  const hidden = [...new Set([...bare, ...bare.flatMap(namesAndPasswords)].flatMap(forms))]
    .filter((secret) => secret.length >= SHORTEST)
    // One may be in another.
    .sort((one, other) => other.length - one.length)
  return (text) => hidden.reduce(without, text)
}

/** A result without secrets: before it is written as text, JSON or XML, which each write a character in their own way. */
export function redacted(result: Result, redact: (text: string) => string): Result {
  const { outcome } = result
  if (outcome.status === 'passed') return result
  if (outcome.status === 'skipped') return { ...result, outcome: { ...outcome, reason: redact(outcome.reason) } }
  const { sent, came, expected } = outcome
  return {
    ...result,
    outcome: {
      status: 'failed',
      ...(sent !== undefined && { sent: redact(sent) }),
      ...(came !== undefined && { came: redact(came) }),
      expected: expected.map(redact),
    },
  }
}

/** Of Basic credentials both parts. */
function namesAndPasswords(value: string): string[] {
  const decoded = Buffer.from(value, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 0 || /[^\P{C}]/u.test(decoded) ? [] : [decoded, decoded.slice(0, colon), decoded.slice(colon + 1)]
}

/** As it is, within JSON, within JSON within JSON, percent-encoded, in a form, and in base64. */
function forms(secret: string): string[] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
  const encoded = encodeURIComponent(secret)
  const lower = encoded.replace(/%../g, (code) => code.toLowerCase())
  return [
    secret,
    inJson(secret),
    inJson(inJson(secret)),
    encoded,
    lower,
    encoded.replaceAll('%20', '+'),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
  ]
}

/** Also where a message was cut within the secret: `…` follows what is left of it. */
function without(text: string, secret: string): string {
  const whole = text.replaceAll(secret, SHOWN)
  if (!whole.includes('…')) return whole
  for (let length = secret.length - 1; length >= SHORTEST; length--) {
    const part = `${secret.slice(0, length)}…`
    if (whole.includes(part)) return whole.replaceAll(part, `${SHOWN}…`)
  }
  return whole
}
