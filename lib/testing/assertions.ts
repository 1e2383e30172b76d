import { type KeyObject, constants, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

/** A pair of keys of each kind that clients sign with. */
export const pairs = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
}
export type SigningAlgorithm = keyof typeof pairs

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
const sealers: Record<string, (key: KeyObject, data: Buffer) => Buffer> = {
  RS256: (key, data) => sign('sha256', data, key),
  PS256: (key, data) => sign('sha256', data, { key, ...pss }),
  ES256: (key, data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (key, data) => sign(null, data, key),
  Ed25519: (key, data) => sign(null, data, key),
  none: () => Buffer.from('none'),
}

/** A JWT. A claim that is undefined is left out. */
export function signed(header: { alg: string } & Record<string, unknown>, claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const data = `${part(header)}.${part(claims)}`
  return `${data}.${sealers[header.alg]!(key, Buffer.from(data)).toString('base64url')}`
}

/** The claims of a client's assertion (RFC 7523 §3), good for a minute. */
export function claimsOf(clientId: string, audience: string, more: object = {}) {
  const now = Math.floor(Date.now() / 1000)
  return { iss: clientId, sub: clientId, aud: audience, iat: now, exp: now + 60, jti: randomUUID(), ...more }
}
