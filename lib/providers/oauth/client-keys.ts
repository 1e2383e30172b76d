import { type JsonWebKey, type KeyObject, createPublicKey } from 'node:crypto'
import { holdsPrivateKey, privateKeyWarning } from './private-key'

const MOST_KEYS = 5
const MOST_CHARACTERS = 20_000
// NIST SP 800-131A; more than the upper bound is slow to verify and buys nothing.
const RSA_BITS = { least: 2048, most: 8192 }

/** The members of a public key that are kept (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2). */
const kept = ['kty', 'kid', 'alg', 'n', 'e', 'crv', 'x', 'y'] as const
export type PublicJwk = Partial<Record<(typeof kept)[number], string>>

/** What a client may sign with; `use` and `key_ops` were checked when the key came in. */
export type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA'

/** The algorithms that a key serves. */
export function algorithmsOf({ kty, crv, alg }: PublicJwk): Algorithm[] {
  const all: Algorithm[] =
    kty === 'RSA' ? ['RS256', 'PS256'] : crv === 'P-256' ? ['ES256'] : crv === 'Ed25519' ? ['EdDSA'] : []
  // Ed25519 is also the name of the algorithm (RFC 9864 §2.2).
  return alg === undefined || (alg === 'Ed25519' && crv === 'Ed25519') ? all : all.filter((each) => each === alg)
}

/**
 * Reads the public key that an administrator pasted: a JWK, a JWK Set (RFC 7517 §5), a PEM public key or certificate.
 * @returns the keys without all that is no part of them, or what is wrong with them, in words
 */
export function readClientKeys(given: string): { keys: PublicJwk[] } | { wrong: string } {
  const text = given.trim()
  if (text === '') return { wrong: 'Paste the public key.' }
  if (text.length > MOST_CHARACTERS) return { wrong: `This is longer than ${MOST_CHARACTERS} characters.` }
  if (holdsPrivateKey(text)) return { wrong: privateKeyWarning }
  if (text.startsWith('{') || text.startsWith('[')) return readJson(text)
  if (text.startsWith('-----BEGIN ')) return readPem(text)
  if (/^(?:ssh-|ecdsa-)/.test(text))
    return { wrong: 'This is an SSH key. Convert it to PEM: ssh-keygen -e -m PKCS8 -f key.pub' }
  if (/^https?:/.test(text)) return { wrong: 'Addresses of keys are not read. Paste what stands there: the JWK Set.' }
  return { wrong: 'This is neither a JWK (it starts with {) nor PEM (-----BEGIN PUBLIC KEY-----).' }
}

function readJson(text: string) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { wrong: 'This is not valid JSON. Copy the whole JWK, from the first { to the last }.' }
  }
  const set = isObject(value) && Array.isArray(value['keys']) ? value['keys'] : Array.isArray(value) ? value : [value]
  if (set.length === 0) return { wrong: 'This JWK Set holds no key.' }
  if (set.length > MOST_KEYS) return { wrong: `These are ${set.length} keys; ${MOST_KEYS} are the most.` }
  const keys: PublicJwk[] = []
  for (const [index, each] of set.entries()) {
    const wrong = isObject(each) ? faultOf(each) : 'It is no JSON object.'
    if (wrong) return { wrong: set.length > 1 ? `Key ${index + 1}: ${wrong}` : wrong }
    keys.push(publicPart(each as Record<string, unknown>))
  }
  return { keys }
}

function readPem(text: string) {
  let jwk: JsonWebKey
  try {
    jwk = createPublicKey(text).export({ format: 'jwk' })
  } catch {
    return { wrong: 'This PEM can’t be read. Copy it whole, with its BEGIN and END lines.' }
  }
  const wrong = faultOf({ ...jwk })
  return wrong ? { wrong } : { keys: [publicPart({ ...jwk })] }
}

function faultOf(jwk: Record<string, unknown>): string | undefined {
  const { kty, use, key_ops: operations } = jwk
  if (typeof kty !== 'string') return 'It has no "kty", so it is no JWK.'
  if (kty === 'oct') return privateKeyWarning
  if (use !== undefined && use !== 'sig') return 'Its "use" is not "sig": it is not for signing.'
  if (Array.isArray(operations) && !operations.includes('verify')) return 'Its "key_ops" lacks "verify".'
  const part = publicPart(jwk)
  if (jwk['kid'] !== undefined && !/^[\x20-\x7e]{1,200}$/.test(part.kid ?? ''))
    return 'Its "kid" must be a text of 1 to 200 plain characters.'
  const numbers = [part.n, part.e, part.x, part.y].filter((each) => each !== undefined)
  if (!numbers.every((each) => /^[\w-]+$/.test(each))) return 'A member of it is not base64url.'
  let key: KeyObject
  try {
    key = createPublicKey({ key: part, format: 'jwk' })
  } catch {
    return `It is no ${kty.slice(0, 10)} key that can be read: a member is missing or malformed.`
  }
  const { modulusLength: bits, publicExponent: exponent } = key.asymmetricKeyDetails ?? {}
  if (bits !== undefined && bits < RSA_BITS.least) return `It has ${bits} bits; RSA keys need ${RSA_BITS.least}.`
  if (bits !== undefined && bits > RSA_BITS.most) return `It has ${bits} bits; ${RSA_BITS.most} are the most.`
  // With the exponent 1 every message is its own signature.
  if (exponent !== undefined && exponent < 3n) return 'Its exponent "e" is too small.'
  if (algorithmsOf(part).length === 0)
    return 'It must be RSA (RS256, PS256), EC on P-256 (ES256) or Ed25519 (EdDSA), and its "alg", if it has one, of these.'
  return undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const publicPart = (jwk: Record<string, unknown>): PublicJwk =>
  Object.fromEntries(kept.flatMap((name) => (typeof jwk[name] === 'string' ? [[name, jwk[name]]] : [])))
