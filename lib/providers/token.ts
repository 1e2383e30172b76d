import { hash, randomBytes } from 'node:crypto'

/** What begins a secret of each kind, so that secret scanners know it. */
const prefixes = { token: 'rc', clientSecret: 'rcs', accessToken: 'rca' }

/** A new secret: its prefix and 256 random bits, all of them characters of a bearer token (RFC 6750 §2.1). */
export const newSecret = (kind: keyof typeof prefixes) => `${prefixes[kind]}_${randomBytes(32).toString('base64url')}`

/** What is kept of a secret. It has 256 random bits, so that one plain round is enough: there is nothing to guess. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

export const lastFourOf = (token: string) => token.slice(-4)
