import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// 19 MiB, two passes, one lane: OWASP's first choice for argon2id, which is this package's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, as the text that `admins.password_hash` keeps. */
export const hashPassword = (password: string) => hash(password, cost)

let nobody: Promise<string> | undefined

/**
 * Whether a password is the one that was hashed. Without a hash (nobody has that e-mail) it works just as long before it
 * says no, so that the time of an answer does not tell which e-mails exist.
 */
export async function passwordMatches(password: string, hashed: string | undefined): Promise<boolean> {
  const matches = await verify(hashed ?? (await (nobody ??= hashPassword(randomBytes(16).toString('hex')))), password)
  return hashed !== undefined && matches
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of 20 characters that are hard to confuse (99 bits), in four groups for reading off a terminal. */
export function generatePassword(): string {
  const chosen: string[] = []
  while (chosen.length < 20) {
    const byte = randomBytes(1)[0]!
    // Bytes above the largest multiple would make the first letters likelier.
    if (byte < 248) chosen.push(letters[byte % letters.length]!)
  }
  return [0, 5, 10, 15].map((start) => chosen.slice(start, start + 5).join('')).join('-')
}
