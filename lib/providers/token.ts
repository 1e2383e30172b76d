import { hash, randomBytes } from 'node:crypto'

/** A new bearer token: `rc_` (so that secret scanners know it) and 256 random bits. */
export const newToken = () => `rc_${randomBytes(32).toString('base64url')}`

/** What is kept of a token. It has 256 random bits, so that one plain round is enough: there is nothing to guess. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

export const lastFourOf = (token: string) => token.slice(-4)
