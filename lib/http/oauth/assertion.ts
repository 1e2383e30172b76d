import { constants, createPublicKey, verify } from 'node:crypto'
import { type Algorithm, type PublicJwk, algorithmsOf } from '@/lib/providers/oauth/client-keys'
import { type JsonObject, isObject } from '@/lib/scim'

/** A client's signed statement of who it is, read and not yet believed. */
export interface Assertion {
  subject: string
  header: JsonObject
  claims: JsonObject
  signed: Buffer
  signature: Buffer
}

/** A JWS in compact form (RFC 7515 §7.1) with JSON in its two parts and a subject; undefined for anything else. */
export function readAssertion(text: string): Assertion | undefined {
  const [, head, body, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text) ?? []
  if (!head || !body || !signature) return undefined
  const [header, claims] = [jsonOf(head), jsonOf(body)]
  const subject = claims?.['sub']
  if (!header || !claims || typeof subject !== 'string') return undefined
  const signed = Buffer.from(`${head}.${body}`)
  return { subject, header, claims, signed, signature: Buffer.from(signature, 'base64url') }
}

function jsonOf(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether one of a client's keys has signed. The key says which algorithms it serves, and the header chooses among those
 * alone (RFC 8725 §3.1); a `kid` points to the key, unless the key has none.
 */
export function isSignedBy(keys: PublicJwk[], { header, signed, signature }: Assertion): boolean {
  const { alg, kid } = header
  // RFC 7515 §4.1.11: extensions that must be understood, and none is.
  if (header['crit'] !== undefined) return false
  return keys
    .filter((key) => kid === undefined || key.kid === undefined || key.kid === kid)
    .some((key) => {
      const algorithm = algorithmsOf(key).find((each) => each === alg || (each === 'EdDSA' && alg === 'Ed25519'))
      return algorithm !== undefined && isValid(algorithm, key, signed, signature)
    })
}

function isValid(algorithm: Algorithm, jwk: PublicJwk, signed: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  switch (algorithm) {
    case 'RS256':
      return verify('sha256', signed, { key, padding: constants.RSA_PKCS1_PADDING }, signature)
    case 'PS256':
      // RFC 7518 §3.5: salt as long as the hash.
      return verify('sha256', signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, signature)
    case 'ES256':
      return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
    case 'EdDSA':
      return verify(null, signed, key, signature)
  }
}

/** Seconds that clocks may differ. */
const SKEW = 60
/** Seconds that an assertion may be good for: its `jti` is remembered as long. */
const LONGEST = 3600

/**
 * What is wrong with the claims of an assertion whose signature is right (RFC 7523 §3).
 * @param audiences who is meant: any of them
 * @param now in seconds
 * @returns a description, or `jti` and when the assertion ends, in seconds with the skew
 */
export function checkClaims(
  { subject, claims }: Assertion,
  audiences: string[],
  now: number,
): { wrong: string } | { jti: string; until: number } {
  const { iss, aud, exp, nbf, iat, jti } = claims
  const named = Array.isArray(aud) ? aud : [aud]
  if (iss !== subject) return { wrong: 'iss and sub must both be the client ID.' }
  if (!named.some((each) => typeof each === 'string' && audiences.includes(each)))
    return { wrong: `aud must be ${audiences[0]}.` }
  if (!isTime(exp)) return { wrong: 'exp is missing.' }
  if (exp + SKEW <= now) return { wrong: 'The assertion has expired.' }
  if (exp > now + LONGEST + SKEW) return { wrong: 'exp is more than an hour ahead.' }
  for (const [name, time] of Object.entries({ nbf, iat }))
    if (time !== undefined && !(isTime(time) && time <= now + SKEW)) return { wrong: `${name} is in the future.` }
  if (typeof jti !== 'string' || jti === '') return { wrong: 'jti is missing.' }
  return { jti, until: exp + SKEW }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
