import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { algorithmsOf, readClientKeys } from './client-keys'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const small = generateKeyPairSync('rsa', { modulusLength: 1024 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const ed = generateKeyPairSync('ed25519')

const jwk = (pair: { publicKey: typeof rsa.publicKey }, more = {}) => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  ...more,
})
const json = JSON.stringify
const pem = (pair: { publicKey: typeof rsa.publicKey }) =>
  pair.publicKey.export({ format: 'pem', type: 'spki' }).toString()

describe('a public key is read', () => {
  test.each([
    ['a JWK', json(jwk(rsa, { kid: 'one', use: 'sig', x5c: ['x'] })), [jwk(rsa, { kid: 'one' })]],
    ['a JWK with its algorithm', json(jwk(ec, { alg: 'ES256' })), [jwk(ec, { alg: 'ES256' })]],
    ['a JWK Set', json({ keys: [jwk(ec), jwk(ed)] }), [jwk(ec), jwk(ed)]],
    ['a list of JWKs', json([jwk(ed)]), [jwk(ed)]],
    ['PEM', `\n${pem(rsa)}\n`, [jwk(rsa)]],
    ['PEM of Ed25519', pem(ed), [jwk(ed)]],
    ['PKCS #1', rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString(), [jwk(rsa)]],
  ])('%s', (_, given, keys) => {
    expect(readClientKeys(given)).toEqual({ keys })
  })
})

describe('is refused, with the reason', () => {
  const { n } = jwk(rsa)
  test.each([
    ['nothing', ' ', 'Paste the public key'],
    ['words', 'my key', 'neither a JWK'],
    ['a private JWK', json(rsa.privateKey.export({ format: 'jwk' })), 'private key'],
    ['a private JWK in a set', json({ keys: [jwk(ec), ed.privateKey.export({ format: 'jwk' })] }), 'private key'],
    ['a private PEM', rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 'private key'],
    ['an EC private PEM', ec.privateKey.export({ format: 'pem', type: 'sec1' }).toString(), 'private key'],
    ['a secret', json({ kty: 'oct', k: 'AAAA' }), 'private key'],
    ['a secret without its value', json({ kty: 'oct' }), 'private key'],
    ['half a JWK', json(jwk(rsa)).slice(0, -5), 'not valid JSON'],
    ['an empty set', '{"keys":[]}', 'holds no key'],
    ['many keys', json(Array(6).fill(jwk(ed))), '5 are the most'],
    ['one bad key of two', json([jwk(ed), 7]), 'Key 2: It is no JSON object'],
    ['no JWK', '{"a":1}', 'no "kty"'],
    ['a JWK for encryption', json(jwk(rsa, { use: 'enc' })), '"use" is not "sig"'],
    ['a JWK that may not verify', json(jwk(rsa, { key_ops: ['encrypt'] })), 'lacks "verify"'],
    ['a key id that is no text', json(jwk(rsa, { kid: 7 })), '"kid"'],
    ['a key id with NUL', json(jwk(rsa, { kid: 'a\u0000' })), '"kid"'],
    ['a JWK without modulus', json({ kty: 'RSA', e: 'AQAB' }), 'missing or malformed'],
    ['a modulus that is not base64url', json({ kty: 'RSA', e: 'AQAB', n: 'a b' }), 'not base64url'],
    ['a short RSA key', json(jwk(small)), '1024 bits; RSA keys need 2048'],
    ['a short RSA key as PEM', pem(small), '1024 bits'],
    ['the exponent 1', json({ kty: 'RSA', e: 'AQ', n }), 'exponent'],
    ['another curve', json(jwk(p384)), 'P-256'],
    ['another algorithm', json(jwk(rsa, { alg: 'RS512' })), 'RS256'],
    ['an algorithm of another kind', json(jwk(rsa, { alg: 'ES256' })), 'RS256'],
    ['half a PEM', pem(rsa).slice(0, 100), 'PEM can’t be read'],
    ['an SSH key', 'ssh-ed25519 AAAA me@here', 'ssh-keygen'],
    ['an address', 'https://x.example/jwks', 'Paste what stands there'],
    ['a book', '{'.repeat(20_001), 'longer than 20000'],
  ])('%s', (_, given, reason) => {
    expect(readClientKeys(given)).toEqual({ wrong: expect.stringContaining(reason) })
  })
})

test.each([
  [jwk(rsa), ['RS256', 'PS256']],
  [jwk(rsa, { alg: 'PS256' }), ['PS256']],
  [jwk(ec), ['ES256']],
  [jwk(ed), ['EdDSA']],
  [jwk(ed, { alg: 'Ed25519' }), ['EdDSA']],
  [{ kty: 'RSA', alg: 'none' }, []],
])('the algorithms of %j', (key, algorithms) => {
  expect(algorithmsOf(key)).toEqual(algorithms)
})
