/**
 * Whether a text holds a private or a secret key: PEM, or a JWK with a member that only such keys have (RFC 7518 §6.2.2,
 * §6.3.2, §6.4.1). Asked in the browser too, before anything is sent.
 */
export const holdsPrivateKey = (text: string) => /PRIVATE KEY/.test(text) || /"(?:d|p|q|dp|dq|qi|oth|k)"\s*:/.test(text)

export const privateKeyWarning =
  'This is a private key. It was not kept, but it must never be pasted anywhere: take it out of use, make a new pair, and paste the public key alone.'
